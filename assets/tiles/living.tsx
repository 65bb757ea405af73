<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="living" tilewidth="64" tileheight="54" tilecount="59" columns="0" objectalignment="bottomleft">
 <grid orientation="orthogonal" width="1" height="1"/>
 <tile id="0">
  <image width="32" height="52" source="living/plant-bushy.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="20" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="1">
  <image width="32" height="52" source="living/plant-broad.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="20" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="2">
  <image width="32" height="52" source="living/plant-tall.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="20" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="3">
  <image width="32" height="52" source="living/plant-cactus.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="20" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="4">
  <image width="32" height="54" source="living/floor-lamp-red.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="22" width="32" height="32"/>
   <object id="2" type="light" x="16" y="14">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.8"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="5">
  <image width="32" height="54" source="living/floor-lamp-blue.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="22" width="32" height="32"/>
   <object id="2" type="light" x="16" y="14">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.8"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="6">
  <image width="32" height="54" source="living/floor-lamp-mustard.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="22" width="32" height="32"/>
   <object id="2" type="light" x="16" y="14">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.8"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="7">
  <image width="32" height="54" source="living/floor-lamp-green.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="22" width="32" height="32"/>
   <object id="2" type="light" x="16" y="14">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.8"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="8">
  <image width="32" height="54" source="living/floor-lamp-plum.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="22" width="32" height="32"/>
   <object id="2" type="light" x="16" y="14">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.8"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="9">
  <image width="32" height="54" source="living/floor-lamp-orange.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="22" width="32" height="32"/>
   <object id="2" type="light" x="16" y="14">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.8"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="10">
  <image width="32" height="54" source="living/floor-lamp-teal.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="22" width="32" height="32"/>
   <object id="2" type="light" x="16" y="14">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.8"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="11">
  <image width="32" height="54" source="living/floor-lamp-cream.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="22" width="32" height="32"/>
   <object id="2" type="light" x="16" y="14">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.8"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="12">
  <image width="64" height="32" source="living/coffee-table-oak.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="13">
  <image width="64" height="32" source="living/coffee-table-birch.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="14">
  <image width="64" height="32" source="living/coffee-table-walnut.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="15">
  <image width="64" height="32" source="living/coffee-table-cherry.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="16">
  <image width="64" height="54" source="living/television.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="22" width="64" height="32"/>
   <object id="2" type="light" x="32" y="41">
    <properties>
     <property name="color" value="#a8d4f0"/>
     <property name="kind" propertytype="LightKind" value="screen"/>
     <property name="radius" type="float" value="2"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="70">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="play"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="17">
  <image width="32" height="34" source="living/chess-table.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="2" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="18">
  <image width="64" height="40" source="living/football-table.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
   <object id="2" type="spot" x="-16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="right"/>
     <property name="kind" propertytype="SpotKind" value="play"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="80" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="left"/>
     <property name="kind" propertytype="SpotKind" value="play"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="19">
  <image width="32" height="32" source="living/bag-red.png"/>
 </tile>
 <tile id="20">
  <image width="32" height="32" source="living/slippers-red.png"/>
 </tile>
 <tile id="21">
  <image width="32" height="32" source="living/books-red.png"/>
 </tile>
 <tile id="22">
  <image width="32" height="32" source="living/ball-red.png"/>
 </tile>
 <tile id="23">
  <image width="32" height="32" source="living/washing-red.png"/>
 </tile>
 <tile id="24">
  <image width="32" height="32" source="living/bag-blue.png"/>
 </tile>
 <tile id="25">
  <image width="32" height="32" source="living/slippers-blue.png"/>
 </tile>
 <tile id="26">
  <image width="32" height="32" source="living/books-blue.png"/>
 </tile>
 <tile id="27">
  <image width="32" height="32" source="living/ball-blue.png"/>
 </tile>
 <tile id="28">
  <image width="32" height="32" source="living/washing-blue.png"/>
 </tile>
 <tile id="29">
  <image width="32" height="32" source="living/bag-mustard.png"/>
 </tile>
 <tile id="30">
  <image width="32" height="32" source="living/slippers-mustard.png"/>
 </tile>
 <tile id="31">
  <image width="32" height="32" source="living/books-mustard.png"/>
 </tile>
 <tile id="32">
  <image width="32" height="32" source="living/ball-mustard.png"/>
 </tile>
 <tile id="33">
  <image width="32" height="32" source="living/washing-mustard.png"/>
 </tile>
 <tile id="34">
  <image width="32" height="32" source="living/bag-green.png"/>
 </tile>
 <tile id="35">
  <image width="32" height="32" source="living/slippers-green.png"/>
 </tile>
 <tile id="36">
  <image width="32" height="32" source="living/books-green.png"/>
 </tile>
 <tile id="37">
  <image width="32" height="32" source="living/ball-green.png"/>
 </tile>
 <tile id="38">
  <image width="32" height="32" source="living/washing-green.png"/>
 </tile>
 <tile id="39">
  <image width="32" height="32" source="living/bag-plum.png"/>
 </tile>
 <tile id="40">
  <image width="32" height="32" source="living/slippers-plum.png"/>
 </tile>
 <tile id="41">
  <image width="32" height="32" source="living/books-plum.png"/>
 </tile>
 <tile id="42">
  <image width="32" height="32" source="living/ball-plum.png"/>
 </tile>
 <tile id="43">
  <image width="32" height="32" source="living/washing-plum.png"/>
 </tile>
 <tile id="44">
  <image width="32" height="32" source="living/bag-orange.png"/>
 </tile>
 <tile id="45">
  <image width="32" height="32" source="living/slippers-orange.png"/>
 </tile>
 <tile id="46">
  <image width="32" height="32" source="living/books-orange.png"/>
 </tile>
 <tile id="47">
  <image width="32" height="32" source="living/ball-orange.png"/>
 </tile>
 <tile id="48">
  <image width="32" height="32" source="living/washing-orange.png"/>
 </tile>
 <tile id="49">
  <image width="32" height="32" source="living/bag-teal.png"/>
 </tile>
 <tile id="50">
  <image width="32" height="32" source="living/slippers-teal.png"/>
 </tile>
 <tile id="51">
  <image width="32" height="32" source="living/books-teal.png"/>
 </tile>
 <tile id="52">
  <image width="32" height="32" source="living/ball-teal.png"/>
 </tile>
 <tile id="53">
  <image width="32" height="32" source="living/washing-teal.png"/>
 </tile>
 <tile id="54">
  <image width="32" height="32" source="living/bag-cream.png"/>
 </tile>
 <tile id="55">
  <image width="32" height="32" source="living/slippers-cream.png"/>
 </tile>
 <tile id="56">
  <image width="32" height="32" source="living/books-cream.png"/>
 </tile>
 <tile id="57">
  <image width="32" height="32" source="living/ball-cream.png"/>
 </tile>
 <tile id="58">
  <image width="32" height="32" source="living/washing-cream.png"/>
 </tile>
</tileset>
