<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.10" tiledversion="1.10.2" name="markers" tilewidth="32" tileheight="32" tilecount="32" columns="32">
 <image source="markers.png" width="1024" height="32"/>
</tileset>
