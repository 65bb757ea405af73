<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="flowers" tilewidth="32" tileheight="36" tilecount="40" columns="0" objectalignment="bottomleft">
 <grid orientation="orthogonal" width="1" height="1"/>
 <tile id="0">
  <properties>
   <property name="autumn" type="int" value="2"/>
   <property name="spring" type="int" value="1"/>
   <property name="winter" type="int" value="3"/>
  </properties>
  <image width="32" height="36" source="flowers/flowers-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="1">
  <image width="32" height="36" source="flowers/flowers-1-spring.png"/>
 </tile>
 <tile id="2">
  <image width="32" height="36" source="flowers/flowers-1-autumn.png"/>
 </tile>
 <tile id="3">
  <image width="32" height="36" source="flowers/flowers-1-winter.png"/>
 </tile>
 <tile id="4">
  <properties>
   <property name="autumn" type="int" value="6"/>
   <property name="spring" type="int" value="5"/>
   <property name="winter" type="int" value="7"/>
  </properties>
  <image width="32" height="36" source="flowers/flowers-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="5">
  <image width="32" height="36" source="flowers/flowers-2-spring.png"/>
 </tile>
 <tile id="6">
  <image width="32" height="36" source="flowers/flowers-2-autumn.png"/>
 </tile>
 <tile id="7">
  <image width="32" height="36" source="flowers/flowers-2-winter.png"/>
 </tile>
 <tile id="8">
  <properties>
   <property name="autumn" type="int" value="10"/>
   <property name="spring" type="int" value="9"/>
   <property name="winter" type="int" value="11"/>
  </properties>
  <image width="32" height="36" source="flowers/flowers-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="9">
  <image width="32" height="36" source="flowers/flowers-3-spring.png"/>
 </tile>
 <tile id="10">
  <image width="32" height="36" source="flowers/flowers-3-autumn.png"/>
 </tile>
 <tile id="11">
  <image width="32" height="36" source="flowers/flowers-3-winter.png"/>
 </tile>
 <tile id="12">
  <properties>
   <property name="autumn" type="int" value="14"/>
   <property name="spring" type="int" value="13"/>
   <property name="winter" type="int" value="15"/>
  </properties>
  <image width="32" height="36" source="flowers/flowers-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="13">
  <image width="32" height="36" source="flowers/flowers-4-spring.png"/>
 </tile>
 <tile id="14">
  <image width="32" height="36" source="flowers/flowers-4-autumn.png"/>
 </tile>
 <tile id="15">
  <image width="32" height="36" source="flowers/flowers-4-winter.png"/>
 </tile>
 <tile id="16">
  <properties>
   <property name="autumn" type="int" value="18"/>
   <property name="spring" type="int" value="17"/>
   <property name="winter" type="int" value="19"/>
  </properties>
  <image width="32" height="36" source="flowers/flowers-5.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="17">
  <image width="32" height="36" source="flowers/flowers-5-spring.png"/>
 </tile>
 <tile id="18">
  <image width="32" height="36" source="flowers/flowers-5-autumn.png"/>
 </tile>
 <tile id="19">
  <image width="32" height="36" source="flowers/flowers-5-winter.png"/>
 </tile>
 <tile id="20">
  <properties>
   <property name="autumn" type="int" value="22"/>
   <property name="spring" type="int" value="21"/>
   <property name="winter" type="int" value="23"/>
  </properties>
  <image width="32" height="36" source="flowers/flowers-6.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="21">
  <image width="32" height="36" source="flowers/flowers-6-spring.png"/>
 </tile>
 <tile id="22">
  <image width="32" height="36" source="flowers/flowers-6-autumn.png"/>
 </tile>
 <tile id="23">
  <image width="32" height="36" source="flowers/flowers-6-winter.png"/>
 </tile>
 <tile id="24">
  <properties>
   <property name="autumn" type="int" value="26"/>
   <property name="spring" type="int" value="25"/>
   <property name="winter" type="int" value="27"/>
  </properties>
  <image width="32" height="36" source="flowers/flowers-7.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="25">
  <image width="32" height="36" source="flowers/flowers-7-spring.png"/>
 </tile>
 <tile id="26">
  <image width="32" height="36" source="flowers/flowers-7-autumn.png"/>
 </tile>
 <tile id="27">
  <image width="32" height="36" source="flowers/flowers-7-winter.png"/>
 </tile>
 <tile id="28">
  <properties>
   <property name="autumn" type="int" value="30"/>
   <property name="spring" type="int" value="29"/>
   <property name="winter" type="int" value="31"/>
  </properties>
  <image width="32" height="36" source="flowers/flowers-8.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="29">
  <image width="32" height="36" source="flowers/flowers-8-spring.png"/>
 </tile>
 <tile id="30">
  <image width="32" height="36" source="flowers/flowers-8-autumn.png"/>
 </tile>
 <tile id="31">
  <image width="32" height="36" source="flowers/flowers-8-winter.png"/>
 </tile>
 <tile id="32">
  <properties>
   <property name="autumn" type="int" value="34"/>
   <property name="spring" type="int" value="33"/>
   <property name="winter" type="int" value="35"/>
  </properties>
  <image width="32" height="36" source="flowers/flowers-9.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="33">
  <image width="32" height="36" source="flowers/flowers-9-spring.png"/>
 </tile>
 <tile id="34">
  <image width="32" height="36" source="flowers/flowers-9-autumn.png"/>
 </tile>
 <tile id="35">
  <image width="32" height="36" source="flowers/flowers-9-winter.png"/>
 </tile>
 <tile id="36">
  <properties>
   <property name="autumn" type="int" value="38"/>
   <property name="spring" type="int" value="37"/>
   <property name="winter" type="int" value="39"/>
  </properties>
  <image width="32" height="36" source="flowers/flowers-10.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="37">
  <image width="32" height="36" source="flowers/flowers-10-spring.png"/>
 </tile>
 <tile id="38">
  <image width="32" height="36" source="flowers/flowers-10-autumn.png"/>
 </tile>
 <tile id="39">
  <image width="32" height="36" source="flowers/flowers-10-winter.png"/>
 </tile>
</tileset>
