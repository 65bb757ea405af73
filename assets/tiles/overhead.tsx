<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.10" tiledversion="1.10.2" name="overhead" tilewidth="32" tileheight="32" tilecount="800" columns="32">
 <image source="overhead.png" width="1024" height="800"/>
</tileset>
