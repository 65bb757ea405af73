<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.10" tiledversion="1.10.2" name="terrain" tilewidth="32" tileheight="32" tilecount="2880" columns="64">
 <image source="terrain.png" width="2048" height="1440"/>
</tileset>
