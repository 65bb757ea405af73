<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="science" tilewidth="96" tileheight="62" tilecount="21" columns="0" objectalignment="bottomleft">
 <grid orientation="orthogonal" width="1" height="1"/>
 <tile id="0">
  <image width="32" height="44" source="science/lab-bench-1-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="1">
  <image width="32" height="44" source="science/lab-bench-1-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="2">
  <image width="32" height="44" source="science/lab-bench-1-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="3">
  <image width="32" height="44" source="science/lab-bench-1-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="4">
  <image width="32" height="44" source="science/lab-bench-1-5.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="5">
  <image width="32" height="44" source="science/lab-bench-1-6.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="6">
  <image width="64" height="44" source="science/lab-bench-2-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="7">
  <image width="64" height="44" source="science/lab-bench-2-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="8">
  <image width="64" height="44" source="science/lab-bench-2-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="9">
  <image width="64" height="44" source="science/lab-bench-2-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="10">
  <image width="64" height="44" source="science/lab-bench-2-5.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="11">
  <image width="64" height="44" source="science/lab-bench-2-6.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="12">
  <image width="96" height="44" source="science/lab-bench-3-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="13">
  <image width="96" height="44" source="science/lab-bench-3-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="14">
  <image width="96" height="44" source="science/lab-bench-3-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="15">
  <image width="96" height="44" source="science/lab-bench-3-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="16">
  <image width="96" height="44" source="science/lab-bench-3-5.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="17">
  <image width="96" height="44" source="science/lab-bench-3-6.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="18">
  <image width="64" height="60" source="science/fume-cupboard.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="28" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="19">
  <image width="32" height="60" source="science/server-rack.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="28" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="20">
  <image width="32" height="62" source="science/apparatus.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="32" height="32"/>
  </objectgroup>
 </tile>
</tileset>
