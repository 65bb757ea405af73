<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="platformer" tilewidth="128" tileheight="128" tilecount="3" columns="0">
 <grid orientation="orthogonal" width="1" height="1"/>
 <tile id="0">
  <image width="128" height="128" source="brickGrey.png"/>
 </tile>
 <tile id="1">
  <image width="128" height="128" source="boxCrate.png"/>
 </tile>
 <tile id="2">
  <image width="128" height="128" source="dirtCenter.png"/>
 </tile>
</tileset>
