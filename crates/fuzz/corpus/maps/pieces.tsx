<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" name="pieces" tilewidth="64" tileheight="32" tilecount="4" columns="0">
 <tile id="0" x="0" y="0" width="32" height="32">
  <image source="tiles.png" width="64" height="32"/>
  <objectgroup draworder="index">
   <object id="1" type="spot" x="16" y="16">
    <properties>
     <property name="kind" value="seat"/>
     <property name="facing" value="left"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="1" x="0" y="0" width="32" height="32">
  <image source="tiles.png" width="64" height="32"/>
 </tile>
 <tile id="2" type="door" width="32" height="32">
  <properties><property name="open" type="int" value="1"/></properties>
  <image source="tiles.png" width="64" height="32"/>
  <objectgroup draworder="index">
   <object id="1" type="passage" x="0" y="0" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="3">
  <image source="tiles.png" width="64" height="32"/>
  <objectgroup draworder="index">
   <object id="1" type="solid" x="0" y="0" width="64" height="32"/>
   <object id="2" type="spot" x="16" y="16">
    <properties>
     <property name="kind" value="bed"/>
     <property name="facing" value="left"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
  <animation>
   <frame tileid="3" duration="500"/>
   <frame tileid="2" duration="500"/>
  </animation>
 </tile>
</tileset>
