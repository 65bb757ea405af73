<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="shadows" tilewidth="32" tileheight="32" tilecount="5" columns="5" objectalignment="bottomleft">
 <image source="shadows.png" width="160" height="32"/>
</tileset>
