<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="roofs" tilewidth="32" tileheight="112" tilecount="34" columns="0" objectalignment="bottomleft">
 <grid orientation="orthogonal" width="1" height="1"/>
 <tile id="0">
  <properties>
   <property name="autumn" type="int" value="1"/>
   <property name="winter" type="int" value="9"/>
  </properties>
  <image width="32" height="112" source="roofs/chimney-brick.png"/>
 </tile>
 <tile id="1">
  <properties>
   <property name="winter" type="int" value="9"/>
  </properties>
  <image width="32" height="112" source="roofs/chimney-brick-smoking.png"/>
  <animation>
   <frame tileid="1" duration="180"/>
   <frame tileid="2" duration="180"/>
   <frame tileid="3" duration="180"/>
   <frame tileid="4" duration="180"/>
   <frame tileid="5" duration="180"/>
   <frame tileid="6" duration="180"/>
   <frame tileid="7" duration="180"/>
   <frame tileid="8" duration="180"/>
  </animation>
 </tile>
 <tile id="2">
  <image width="32" height="112" source="roofs/chimney-brick-smoking-2.png"/>
 </tile>
 <tile id="3">
  <image width="32" height="112" source="roofs/chimney-brick-smoking-3.png"/>
 </tile>
 <tile id="4">
  <image width="32" height="112" source="roofs/chimney-brick-smoking-4.png"/>
 </tile>
 <tile id="5">
  <image width="32" height="112" source="roofs/chimney-brick-smoking-5.png"/>
 </tile>
 <tile id="6">
  <image width="32" height="112" source="roofs/chimney-brick-smoking-6.png"/>
 </tile>
 <tile id="7">
  <image width="32" height="112" source="roofs/chimney-brick-smoking-7.png"/>
 </tile>
 <tile id="8">
  <image width="32" height="112" source="roofs/chimney-brick-smoking-8.png"/>
 </tile>
 <tile id="9">
  <image width="32" height="112" source="roofs/chimney-brick-smoking-winter.png"/>
  <animation>
   <frame tileid="9" duration="180"/>
   <frame tileid="10" duration="180"/>
   <frame tileid="11" duration="180"/>
   <frame tileid="12" duration="180"/>
   <frame tileid="13" duration="180"/>
   <frame tileid="14" duration="180"/>
   <frame tileid="15" duration="180"/>
   <frame tileid="16" duration="180"/>
  </animation>
 </tile>
 <tile id="10">
  <image width="32" height="112" source="roofs/chimney-brick-smoking-winter-2.png"/>
 </tile>
 <tile id="11">
  <image width="32" height="112" source="roofs/chimney-brick-smoking-winter-3.png"/>
 </tile>
 <tile id="12">
  <image width="32" height="112" source="roofs/chimney-brick-smoking-winter-4.png"/>
 </tile>
 <tile id="13">
  <image width="32" height="112" source="roofs/chimney-brick-smoking-winter-5.png"/>
 </tile>
 <tile id="14">
  <image width="32" height="112" source="roofs/chimney-brick-smoking-winter-6.png"/>
 </tile>
 <tile id="15">
  <image width="32" height="112" source="roofs/chimney-brick-smoking-winter-7.png"/>
 </tile>
 <tile id="16">
  <image width="32" height="112" source="roofs/chimney-brick-smoking-winter-8.png"/>
 </tile>
 <tile id="17">
  <properties>
   <property name="autumn" type="int" value="18"/>
   <property name="winter" type="int" value="26"/>
  </properties>
  <image width="32" height="112" source="roofs/chimney-stone.png"/>
 </tile>
 <tile id="18">
  <properties>
   <property name="winter" type="int" value="26"/>
  </properties>
  <image width="32" height="112" source="roofs/chimney-stone-smoking.png"/>
  <animation>
   <frame tileid="18" duration="180"/>
   <frame tileid="19" duration="180"/>
   <frame tileid="20" duration="180"/>
   <frame tileid="21" duration="180"/>
   <frame tileid="22" duration="180"/>
   <frame tileid="23" duration="180"/>
   <frame tileid="24" duration="180"/>
   <frame tileid="25" duration="180"/>
  </animation>
 </tile>
 <tile id="19">
  <image width="32" height="112" source="roofs/chimney-stone-smoking-2.png"/>
 </tile>
 <tile id="20">
  <image width="32" height="112" source="roofs/chimney-stone-smoking-3.png"/>
 </tile>
 <tile id="21">
  <image width="32" height="112" source="roofs/chimney-stone-smoking-4.png"/>
 </tile>
 <tile id="22">
  <image width="32" height="112" source="roofs/chimney-stone-smoking-5.png"/>
 </tile>
 <tile id="23">
  <image width="32" height="112" source="roofs/chimney-stone-smoking-6.png"/>
 </tile>
 <tile id="24">
  <image width="32" height="112" source="roofs/chimney-stone-smoking-7.png"/>
 </tile>
 <tile id="25">
  <image width="32" height="112" source="roofs/chimney-stone-smoking-8.png"/>
 </tile>
 <tile id="26">
  <image width="32" height="112" source="roofs/chimney-stone-smoking-winter.png"/>
  <animation>
   <frame tileid="26" duration="180"/>
   <frame tileid="27" duration="180"/>
   <frame tileid="28" duration="180"/>
   <frame tileid="29" duration="180"/>
   <frame tileid="30" duration="180"/>
   <frame tileid="31" duration="180"/>
   <frame tileid="32" duration="180"/>
   <frame tileid="33" duration="180"/>
  </animation>
 </tile>
 <tile id="27">
  <image width="32" height="112" source="roofs/chimney-stone-smoking-winter-2.png"/>
 </tile>
 <tile id="28">
  <image width="32" height="112" source="roofs/chimney-stone-smoking-winter-3.png"/>
 </tile>
 <tile id="29">
  <image width="32" height="112" source="roofs/chimney-stone-smoking-winter-4.png"/>
 </tile>
 <tile id="30">
  <image width="32" height="112" source="roofs/chimney-stone-smoking-winter-5.png"/>
 </tile>
 <tile id="31">
  <image width="32" height="112" source="roofs/chimney-stone-smoking-winter-6.png"/>
 </tile>
 <tile id="32">
  <image width="32" height="112" source="roofs/chimney-stone-smoking-winter-7.png"/>
 </tile>
 <tile id="33">
  <image width="32" height="112" source="roofs/chimney-stone-smoking-winter-8.png"/>
 </tile>
</tileset>
