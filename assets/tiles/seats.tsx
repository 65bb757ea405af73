<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="seats" tilewidth="224" tileheight="44" tilecount="184" columns="0" objectalignment="bottomleft">
 <grid orientation="orthogonal" width="1" height="1"/>
 <tile id="0">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/chair-blue-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="1">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/chair-blue-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="2">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/chair-blue-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="left"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="3">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/chair-blue-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="right"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="4">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/chair-red-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="5">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/chair-red-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="6">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/chair-red-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="left"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="7">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/chair-red-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="right"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="8">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/chair-green-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="9">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/chair-green-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="10">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/chair-green-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="left"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="11">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/chair-green-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="right"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="12">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/chair-mustard-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="13">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/chair-mustard-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="14">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/chair-mustard-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="left"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="15">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/chair-mustard-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="right"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="16">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/chair-plum-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="17">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/chair-plum-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="18">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/chair-plum-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="left"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="19">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/chair-plum-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="right"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="20">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/chair-teal-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="21">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/chair-teal-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="22">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/chair-teal-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="left"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="23">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/chair-teal-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="right"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="24">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/chair-rust-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="25">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/chair-rust-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="26">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/chair-rust-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="left"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="27">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/chair-rust-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="right"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="28">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/chair-wine-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="29">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/chair-wine-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="30">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/chair-wine-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="left"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="31">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/chair-wine-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="right"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="32">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/office-chair-blue-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="33">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/office-chair-blue-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="34">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/office-chair-blue-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="left"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="35">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/office-chair-blue-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="right"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="36">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/office-chair-red-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="37">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/office-chair-red-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="38">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/office-chair-red-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="left"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="39">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/office-chair-red-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="right"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="40">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/office-chair-green-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="41">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/office-chair-green-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="42">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/office-chair-green-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="left"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="43">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/office-chair-green-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="right"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="44">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/office-chair-mustard-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="45">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/office-chair-mustard-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="46">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/office-chair-mustard-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="left"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="47">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/office-chair-mustard-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="right"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="48">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/office-chair-plum-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="49">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/office-chair-plum-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="50">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/office-chair-plum-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="left"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="51">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/office-chair-plum-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="right"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="52">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/office-chair-teal-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="53">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/office-chair-teal-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="54">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/office-chair-teal-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="left"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="55">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/office-chair-teal-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="right"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="56">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/office-chair-rust-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="57">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/office-chair-rust-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="58">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/office-chair-rust-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="left"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="59">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/office-chair-rust-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="right"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="60">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/office-chair-wine-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="61">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/office-chair-wine-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="62">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/office-chair-wine-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="left"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="63">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="seats/office-chair-wine-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="right"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="64">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="44" source="seats/armchair-blue-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="65">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="44" source="seats/armchair-blue-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="66">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="44" source="seats/armchair-blue-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="left"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="67">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="44" source="seats/armchair-blue-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="right"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="68">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="32" source="seats/stool-blue.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="69">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="44" source="seats/armchair-red-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="70">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="44" source="seats/armchair-red-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="71">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="44" source="seats/armchair-red-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="left"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="72">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="44" source="seats/armchair-red-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="right"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="73">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="32" source="seats/stool-red.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="74">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="44" source="seats/armchair-green-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="75">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="44" source="seats/armchair-green-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="76">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="44" source="seats/armchair-green-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="left"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="77">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="44" source="seats/armchair-green-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="right"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="78">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="32" source="seats/stool-green.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="79">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="44" source="seats/armchair-mustard-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="80">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="44" source="seats/armchair-mustard-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="81">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="44" source="seats/armchair-mustard-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="left"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="82">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="44" source="seats/armchair-mustard-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="right"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="83">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="32" source="seats/stool-mustard.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="84">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="44" source="seats/armchair-plum-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="85">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="44" source="seats/armchair-plum-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="86">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="44" source="seats/armchair-plum-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="left"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="87">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="44" source="seats/armchair-plum-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="right"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="88">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="32" source="seats/stool-plum.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="89">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="44" source="seats/armchair-teal-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="90">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="44" source="seats/armchair-teal-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="91">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="44" source="seats/armchair-teal-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="left"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="92">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="44" source="seats/armchair-teal-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="right"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="93">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="32" source="seats/stool-teal.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="94">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="44" source="seats/armchair-rust-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="95">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="44" source="seats/armchair-rust-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="96">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="44" source="seats/armchair-rust-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="left"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="97">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="44" source="seats/armchair-rust-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="right"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="98">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="32" source="seats/stool-rust.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="99">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="44" source="seats/armchair-wine-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="100">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="44" source="seats/armchair-wine-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="101">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="44" source="seats/armchair-wine-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="left"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="102">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="44" source="seats/armchair-wine-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="right"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="103">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="32" source="seats/stool-wine.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="104">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="64" height="44" source="seats/sofa-blue-2-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="64" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="105">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="64" height="44" source="seats/sofa-red-2-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="64" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="106">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="64" height="44" source="seats/sofa-green-2-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="64" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="107">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="64" height="44" source="seats/sofa-mustard-2-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="64" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="108">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="64" height="44" source="seats/sofa-plum-2-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="64" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="109">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="64" height="44" source="seats/sofa-teal-2-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="64" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="110">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="64" height="44" source="seats/sofa-rust-2-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="64" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="111">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="64" height="44" source="seats/sofa-wine-2-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="64" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="112">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="96" height="44" source="seats/sofa-blue-3-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="96" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="4" type="spot" x="80" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="113">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="96" height="44" source="seats/sofa-red-3-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="96" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="4" type="spot" x="80" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="114">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="96" height="44" source="seats/sofa-green-3-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="96" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="4" type="spot" x="80" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="115">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="96" height="44" source="seats/sofa-mustard-3-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="96" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="4" type="spot" x="80" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="116">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="96" height="44" source="seats/sofa-plum-3-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="96" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="4" type="spot" x="80" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="117">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="96" height="44" source="seats/sofa-teal-3-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="96" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="4" type="spot" x="80" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="118">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="96" height="44" source="seats/sofa-rust-3-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="96" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="4" type="spot" x="80" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="119">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="96" height="44" source="seats/sofa-wine-3-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="96" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="4" type="spot" x="80" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="120">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="32" source="seats/bench-oak-1-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="121">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="32" source="seats/bench-birch-1-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="122">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="32" source="seats/bench-walnut-1-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="123">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="64" height="32" source="seats/bench-oak-2-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="64" height="32"/>
   <object id="2" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="124">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="64" height="32" source="seats/bench-birch-2-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="64" height="32"/>
   <object id="2" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="125">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="64" height="32" source="seats/bench-walnut-2-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="64" height="32"/>
   <object id="2" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="126">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="96" height="32" source="seats/bench-oak-3-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="96" height="32"/>
   <object id="2" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="4" type="spot" x="80" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="127">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="96" height="32" source="seats/bench-birch-3-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="96" height="32"/>
   <object id="2" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="4" type="spot" x="80" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="128">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="96" height="32" source="seats/bench-walnut-3-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="96" height="32"/>
   <object id="2" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="4" type="spot" x="80" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="129">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="128" height="32" source="seats/bench-oak-4-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="128" height="32"/>
   <object id="2" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="4" type="spot" x="80" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="5" type="spot" x="112" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="130">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="128" height="32" source="seats/bench-birch-4-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="128" height="32"/>
   <object id="2" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="4" type="spot" x="80" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="5" type="spot" x="112" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="131">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="128" height="32" source="seats/bench-walnut-4-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="128" height="32"/>
   <object id="2" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="4" type="spot" x="80" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="5" type="spot" x="112" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="132">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="224" height="32" source="seats/bench-oak-7-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="224" height="32"/>
   <object id="2" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="4" type="spot" x="80" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="5" type="spot" x="112" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="6" type="spot" x="144" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="7" type="spot" x="176" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="8" type="spot" x="208" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="133">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="224" height="32" source="seats/bench-birch-7-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="224" height="32"/>
   <object id="2" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="4" type="spot" x="80" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="5" type="spot" x="112" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="6" type="spot" x="144" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="7" type="spot" x="176" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="8" type="spot" x="208" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="134">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="224" height="32" source="seats/bench-walnut-7-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="224" height="32"/>
   <object id="2" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="4" type="spot" x="80" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="5" type="spot" x="112" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="6" type="spot" x="144" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="7" type="spot" x="176" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="8" type="spot" x="208" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="135">
  <properties>
   <property name="depth" type="int" value="-8"/>
   <property name="winter" type="int" value="178"/>
  </properties>
  <image width="32" height="40" source="seats/park-bench-1-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="136">
  <properties>
   <property name="depth" type="int" value="-8"/>
   <property name="winter" type="int" value="180"/>
  </properties>
  <image width="64" height="40" source="seats/park-bench-2-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="137">
  <properties>
   <property name="depth" type="int" value="-8"/>
   <property name="winter" type="int" value="182"/>
  </properties>
  <image width="96" height="40" source="seats/park-bench-3-down.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="96" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="4" type="spot" x="80" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="138">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="64" height="44" source="seats/sofa-blue-2-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="64" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="139">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="64" height="44" source="seats/sofa-red-2-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="64" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="140">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="64" height="44" source="seats/sofa-green-2-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="64" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="141">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="64" height="44" source="seats/sofa-mustard-2-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="64" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="142">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="64" height="44" source="seats/sofa-plum-2-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="64" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="143">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="64" height="44" source="seats/sofa-teal-2-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="64" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="144">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="64" height="44" source="seats/sofa-rust-2-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="64" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="145">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="64" height="44" source="seats/sofa-wine-2-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="64" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="146">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="96" height="44" source="seats/sofa-blue-3-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="96" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="4" type="spot" x="80" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="147">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="96" height="44" source="seats/sofa-red-3-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="96" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="4" type="spot" x="80" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="148">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="96" height="44" source="seats/sofa-green-3-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="96" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="4" type="spot" x="80" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="149">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="96" height="44" source="seats/sofa-mustard-3-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="96" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="4" type="spot" x="80" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="150">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="96" height="44" source="seats/sofa-plum-3-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="96" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="4" type="spot" x="80" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="151">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="96" height="44" source="seats/sofa-teal-3-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="96" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="4" type="spot" x="80" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="152">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="96" height="44" source="seats/sofa-rust-3-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="96" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="4" type="spot" x="80" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="153">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="96" height="44" source="seats/sofa-wine-3-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="96" height="32"/>
   <object id="2" type="spot" x="16" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="4" type="spot" x="80" y="28">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="154">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="32" source="seats/bench-oak-1-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="155">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="32" source="seats/bench-birch-1-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="156">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="32" source="seats/bench-walnut-1-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="157">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="64" height="32" source="seats/bench-oak-2-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="64" height="32"/>
   <object id="2" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="158">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="64" height="32" source="seats/bench-birch-2-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="64" height="32"/>
   <object id="2" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="159">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="64" height="32" source="seats/bench-walnut-2-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="64" height="32"/>
   <object id="2" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="160">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="96" height="32" source="seats/bench-oak-3-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="96" height="32"/>
   <object id="2" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="4" type="spot" x="80" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="161">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="96" height="32" source="seats/bench-birch-3-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="96" height="32"/>
   <object id="2" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="4" type="spot" x="80" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="162">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="96" height="32" source="seats/bench-walnut-3-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="96" height="32"/>
   <object id="2" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="4" type="spot" x="80" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="163">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="128" height="32" source="seats/bench-oak-4-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="128" height="32"/>
   <object id="2" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="4" type="spot" x="80" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="5" type="spot" x="112" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="164">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="128" height="32" source="seats/bench-birch-4-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="128" height="32"/>
   <object id="2" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="4" type="spot" x="80" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="5" type="spot" x="112" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="165">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="128" height="32" source="seats/bench-walnut-4-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="128" height="32"/>
   <object id="2" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="4" type="spot" x="80" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="5" type="spot" x="112" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="166">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="224" height="32" source="seats/bench-oak-7-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="224" height="32"/>
   <object id="2" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="4" type="spot" x="80" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="5" type="spot" x="112" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="6" type="spot" x="144" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="7" type="spot" x="176" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="8" type="spot" x="208" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="167">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="224" height="32" source="seats/bench-birch-7-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="224" height="32"/>
   <object id="2" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="4" type="spot" x="80" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="5" type="spot" x="112" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="6" type="spot" x="144" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="7" type="spot" x="176" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="8" type="spot" x="208" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="168">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="224" height="32" source="seats/bench-walnut-7-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="224" height="32"/>
   <object id="2" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="4" type="spot" x="80" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="5" type="spot" x="112" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="6" type="spot" x="144" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="7" type="spot" x="176" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="8" type="spot" x="208" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="169">
  <properties>
   <property name="depth" type="int" value="-8"/>
   <property name="winter" type="int" value="179"/>
  </properties>
  <image width="32" height="40" source="seats/park-bench-1-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="170">
  <properties>
   <property name="depth" type="int" value="-8"/>
   <property name="winter" type="int" value="181"/>
  </properties>
  <image width="64" height="40" source="seats/park-bench-2-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="171">
  <properties>
   <property name="depth" type="int" value="-8"/>
   <property name="winter" type="int" value="183"/>
  </properties>
  <image width="96" height="40" source="seats/park-bench-3-up.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="96" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="48" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
   <object id="4" type="spot" x="80" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="172">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="32" source="seats/bench-oak-1-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="left"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="173">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="32" source="seats/bench-birch-1-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="left"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="174">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="32" source="seats/bench-walnut-1-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="left"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="175">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="32" source="seats/bench-oak-1-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="right"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="176">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="32" source="seats/bench-birch-1-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="right"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="177">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="32" source="seats/bench-walnut-1-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="right"/>
     <property name="kind" propertytype="SpotKind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="178">
  <image width="32" height="40" source="seats/park-bench-1-down-winter.png"/>
 </tile>
 <tile id="179">
  <image width="32" height="40" source="seats/park-bench-1-up-winter.png"/>
 </tile>
 <tile id="180">
  <image width="64" height="40" source="seats/park-bench-2-down-winter.png"/>
 </tile>
 <tile id="181">
  <image width="64" height="40" source="seats/park-bench-2-up-winter.png"/>
 </tile>
 <tile id="182">
  <image width="96" height="40" source="seats/park-bench-3-down-winter.png"/>
 </tile>
 <tile id="183">
  <image width="96" height="40" source="seats/park-bench-3-up-winter.png"/>
 </tile>
</tileset>
