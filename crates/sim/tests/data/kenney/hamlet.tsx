<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="hamlet" tilewidth="16" tileheight="16" spacing="1" margin="2" tilecount="480" columns="24">
 <image source="hamlet.png" width="411" height="343"/>
</tileset>
