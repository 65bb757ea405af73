<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="health" tilewidth="96" tileheight="72" tilecount="14" columns="0" objectalignment="bottomleft">
 <grid orientation="orthogonal" width="1" height="1"/>
 <tile id="0">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="72" source="health/shower.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="spot" x="16" y="56">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="wash"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="1">
  <image width="32" height="72" source="health/basin.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="40" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="88">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="wash"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="2">
  <image width="32" height="42" source="health/washing-machine.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="10" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="3">
  <properties>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="70" source="health/examination-bed.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="22">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="4">
  <image width="32" height="56" source="health/medicine-cabinet.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="24" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="5">
  <image width="32" height="52" source="health/scales.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="20" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="6">
  <image width="32" height="60" source="health/cubicles-mint-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="28" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="76">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="stand"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="7">
  <image width="64" height="60" source="health/cubicles-mint-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="28" width="64" height="32"/>
   <object id="2" type="spot" x="16" y="76">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="stand"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="8">
  <image width="96" height="60" source="health/cubicles-mint-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="28" width="96" height="32"/>
   <object id="2" type="spot" x="16" y="76">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="stand"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="9">
  <image width="32" height="60" source="health/cubicles-yellow-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="28" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="76">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="stand"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="10">
  <image width="64" height="60" source="health/cubicles-yellow-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="28" width="64" height="32"/>
   <object id="2" type="spot" x="16" y="76">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="stand"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="11">
  <image width="96" height="60" source="health/cubicles-yellow-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="28" width="96" height="32"/>
   <object id="2" type="spot" x="16" y="76">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="stand"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="12">
  <image width="32" height="58" source="health/folding-screen-mint.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="26" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="13">
  <image width="32" height="58" source="health/folding-screen-cream.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="26" width="32" height="32"/>
  </objectgroup>
 </tile>
</tileset>
