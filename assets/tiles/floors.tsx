<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.10" tiledversion="1.10.2" name="floors" tilewidth="32" tileheight="32" tilecount="2624" columns="64">
 <image source="floors.png" width="2048" height="1312"/>
</tileset>
