<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="music" tilewidth="96" tileheight="78" tilecount="9" columns="0" objectalignment="bottomleft">
 <grid orientation="orthogonal" width="1" height="1"/>
 <tile id="0">
  <image width="96" height="78" source="music/grand-piano.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="14" width="96" height="64"/>
  </objectgroup>
 </tile>
 <tile id="1">
  <image width="64" height="48" source="music/drums.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="16" width="64" height="32"/>
   <object id="2" type="spot" x="16" y="0">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="play"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="2">
  <image width="32" height="56" source="music/cello.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="24" width="32" height="32"/>
   <object id="2" type="spot" x="-16" y="40">
    <properties>
     <property name="facing" propertytype="Facing" value="right"/>
     <property name="kind" propertytype="SpotKind" value="play"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="3">
  <image width="32" height="44" source="music/guitar.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="4">
  <image width="32" height="36" source="music/music-stand.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="5">
  <image width="32" height="60" source="music/harp.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="28" width="32" height="32"/>
   <object id="2" type="spot" x="48" y="44">
    <properties>
     <property name="facing" propertytype="Facing" value="left"/>
     <property name="kind" propertytype="SpotKind" value="play"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="6">
  <image width="64" height="56" source="music/upright-piano-walnut.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="24" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="7">
  <image width="64" height="56" source="music/upright-piano-mahogany.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="24" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="8">
  <image width="64" height="56" source="music/upright-piano-rosewood.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="24" width="64" height="32"/>
  </objectgroup>
 </tile>
</tileset>
