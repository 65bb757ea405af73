<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="lines" tilewidth="32" tileheight="32" tilecount="134" columns="16" objectalignment="bottomleft">
 <image source="lines.png" width="512" height="288"/>
</tileset>
