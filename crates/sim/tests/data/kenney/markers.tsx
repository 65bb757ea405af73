<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="markers" tilewidth="32" tileheight="32" tilecount="3" columns="3" objectalignment="bottomleft">
 <image source="markers.png" width="96" height="32"/>
 <tile id="0">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="1">
  <properties>
   <property name="hides" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="2">
  <properties>
   <property name="opens" type="bool" value="true"/>
  </properties>
 </tile>
</tileset>
