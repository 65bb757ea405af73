<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="animals" tilewidth="32" tileheight="32" tilecount="24" columns="0" objectalignment="bottomleft">
 <grid orientation="orthogonal" width="1" height="1"/>
 <tile id="0">
  <image width="32" height="32" source="animals/cat-ginger.png"/>
 </tile>
 <tile id="1">
  <image width="32" height="32" source="animals/cat-ginger-walking.png"/>
  <animation>
   <frame tileid="1" duration="140"/>
   <frame tileid="2" duration="140"/>
   <frame tileid="3" duration="140"/>
   <frame tileid="4" duration="140"/>
  </animation>
 </tile>
 <tile id="2">
  <image width="32" height="32" source="animals/cat-ginger-walking-2.png"/>
 </tile>
 <tile id="3">
  <image width="32" height="32" source="animals/cat-ginger-walking-3.png"/>
 </tile>
 <tile id="4">
  <image width="32" height="32" source="animals/cat-ginger-walking-4.png"/>
 </tile>
 <tile id="5">
  <image width="32" height="32" source="animals/cat-grey.png"/>
 </tile>
 <tile id="6">
  <image width="32" height="32" source="animals/cat-grey-walking.png"/>
  <animation>
   <frame tileid="6" duration="140"/>
   <frame tileid="7" duration="140"/>
   <frame tileid="8" duration="140"/>
   <frame tileid="9" duration="140"/>
  </animation>
 </tile>
 <tile id="7">
  <image width="32" height="32" source="animals/cat-grey-walking-2.png"/>
 </tile>
 <tile id="8">
  <image width="32" height="32" source="animals/cat-grey-walking-3.png"/>
 </tile>
 <tile id="9">
  <image width="32" height="32" source="animals/cat-grey-walking-4.png"/>
 </tile>
 <tile id="10">
  <image width="32" height="32" source="animals/cat-black.png"/>
 </tile>
 <tile id="11">
  <image width="32" height="32" source="animals/cat-black-walking.png"/>
  <animation>
   <frame tileid="11" duration="140"/>
   <frame tileid="12" duration="140"/>
   <frame tileid="13" duration="140"/>
   <frame tileid="14" duration="140"/>
  </animation>
 </tile>
 <tile id="12">
  <image width="32" height="32" source="animals/cat-black-walking-2.png"/>
 </tile>
 <tile id="13">
  <image width="32" height="32" source="animals/cat-black-walking-3.png"/>
 </tile>
 <tile id="14">
  <image width="32" height="32" source="animals/cat-black-walking-4.png"/>
 </tile>
 <tile id="15">
  <image width="32" height="32" source="animals/sparrow.png"/>
  <animation>
   <frame tileid="15" duration="600"/>
   <frame tileid="16" duration="600"/>
  </animation>
 </tile>
 <tile id="16">
  <image width="32" height="32" source="animals/sparrow-2.png"/>
 </tile>
 <tile id="17">
  <properties>
   <property name="depth" type="int" value="64"/>
  </properties>
  <image width="32" height="32" source="animals/sparrow-flying.png"/>
  <animation>
   <frame tileid="17" duration="90"/>
   <frame tileid="18" duration="90"/>
   <frame tileid="19" duration="90"/>
   <frame tileid="20" duration="90"/>
  </animation>
 </tile>
 <tile id="18">
  <image width="32" height="32" source="animals/sparrow-flying-2.png"/>
 </tile>
 <tile id="19">
  <image width="32" height="32" source="animals/sparrow-flying-3.png"/>
 </tile>
 <tile id="20">
  <image width="32" height="32" source="animals/sparrow-flying-4.png"/>
 </tile>
 <tile id="21">
  <image width="32" height="32" source="animals/drake.png"/>
 </tile>
 <tile id="22">
  <image width="32" height="32" source="animals/duck.png"/>
 </tile>
 <tile id="23">
  <image width="32" height="32" source="animals/goose.png"/>
 </tile>
</tileset>
