<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="bedrooms" tilewidth="32" tileheight="72" tilecount="128" columns="0" objectalignment="bottomleft">
 <grid orientation="orthogonal" width="1" height="1"/>
 <tile id="0">
  <properties>
   <property name="cover" type="int" value="1"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-oak-blue-striped.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="1">
  <image width="32" height="72" source="bedrooms/bed-oak-blue-striped-blanket.png"/>
 </tile>
 <tile id="2">
  <properties>
   <property name="cover" type="int" value="3"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-oak-blue-dotted.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="3">
  <image width="32" height="72" source="bedrooms/bed-oak-blue-dotted-blanket.png"/>
 </tile>
 <tile id="4">
  <properties>
   <property name="cover" type="int" value="5"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-oak-red-striped.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="5">
  <image width="32" height="72" source="bedrooms/bed-oak-red-striped-blanket.png"/>
 </tile>
 <tile id="6">
  <properties>
   <property name="cover" type="int" value="7"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-oak-red-dotted.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="7">
  <image width="32" height="72" source="bedrooms/bed-oak-red-dotted-blanket.png"/>
 </tile>
 <tile id="8">
  <properties>
   <property name="cover" type="int" value="9"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-oak-green-striped.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="9">
  <image width="32" height="72" source="bedrooms/bed-oak-green-striped-blanket.png"/>
 </tile>
 <tile id="10">
  <properties>
   <property name="cover" type="int" value="11"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-oak-green-dotted.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="11">
  <image width="32" height="72" source="bedrooms/bed-oak-green-dotted-blanket.png"/>
 </tile>
 <tile id="12">
  <properties>
   <property name="cover" type="int" value="13"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-oak-mustard-striped.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="13">
  <image width="32" height="72" source="bedrooms/bed-oak-mustard-striped-blanket.png"/>
 </tile>
 <tile id="14">
  <properties>
   <property name="cover" type="int" value="15"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-oak-mustard-dotted.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="15">
  <image width="32" height="72" source="bedrooms/bed-oak-mustard-dotted-blanket.png"/>
 </tile>
 <tile id="16">
  <properties>
   <property name="cover" type="int" value="17"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-oak-plum-striped.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="17">
  <image width="32" height="72" source="bedrooms/bed-oak-plum-striped-blanket.png"/>
 </tile>
 <tile id="18">
  <properties>
   <property name="cover" type="int" value="19"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-oak-plum-dotted.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="19">
  <image width="32" height="72" source="bedrooms/bed-oak-plum-dotted-blanket.png"/>
 </tile>
 <tile id="20">
  <properties>
   <property name="cover" type="int" value="21"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-oak-teal-striped.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="21">
  <image width="32" height="72" source="bedrooms/bed-oak-teal-striped-blanket.png"/>
 </tile>
 <tile id="22">
  <properties>
   <property name="cover" type="int" value="23"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-oak-teal-dotted.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="23">
  <image width="32" height="72" source="bedrooms/bed-oak-teal-dotted-blanket.png"/>
 </tile>
 <tile id="24">
  <properties>
   <property name="cover" type="int" value="25"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-oak-rust-striped.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="25">
  <image width="32" height="72" source="bedrooms/bed-oak-rust-striped-blanket.png"/>
 </tile>
 <tile id="26">
  <properties>
   <property name="cover" type="int" value="27"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-oak-rust-dotted.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="27">
  <image width="32" height="72" source="bedrooms/bed-oak-rust-dotted-blanket.png"/>
 </tile>
 <tile id="28">
  <properties>
   <property name="cover" type="int" value="29"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-oak-wine-striped.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="29">
  <image width="32" height="72" source="bedrooms/bed-oak-wine-striped-blanket.png"/>
 </tile>
 <tile id="30">
  <properties>
   <property name="cover" type="int" value="31"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-oak-wine-dotted.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="31">
  <image width="32" height="72" source="bedrooms/bed-oak-wine-dotted-blanket.png"/>
 </tile>
 <tile id="32">
  <properties>
   <property name="cover" type="int" value="33"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-birch-blue-striped.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="33">
  <image width="32" height="72" source="bedrooms/bed-birch-blue-striped-blanket.png"/>
 </tile>
 <tile id="34">
  <properties>
   <property name="cover" type="int" value="35"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-birch-blue-dotted.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="35">
  <image width="32" height="72" source="bedrooms/bed-birch-blue-dotted-blanket.png"/>
 </tile>
 <tile id="36">
  <properties>
   <property name="cover" type="int" value="37"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-birch-red-striped.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="37">
  <image width="32" height="72" source="bedrooms/bed-birch-red-striped-blanket.png"/>
 </tile>
 <tile id="38">
  <properties>
   <property name="cover" type="int" value="39"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-birch-red-dotted.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="39">
  <image width="32" height="72" source="bedrooms/bed-birch-red-dotted-blanket.png"/>
 </tile>
 <tile id="40">
  <properties>
   <property name="cover" type="int" value="41"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-birch-green-striped.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="41">
  <image width="32" height="72" source="bedrooms/bed-birch-green-striped-blanket.png"/>
 </tile>
 <tile id="42">
  <properties>
   <property name="cover" type="int" value="43"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-birch-green-dotted.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="43">
  <image width="32" height="72" source="bedrooms/bed-birch-green-dotted-blanket.png"/>
 </tile>
 <tile id="44">
  <properties>
   <property name="cover" type="int" value="45"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-birch-mustard-striped.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="45">
  <image width="32" height="72" source="bedrooms/bed-birch-mustard-striped-blanket.png"/>
 </tile>
 <tile id="46">
  <properties>
   <property name="cover" type="int" value="47"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-birch-mustard-dotted.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="47">
  <image width="32" height="72" source="bedrooms/bed-birch-mustard-dotted-blanket.png"/>
 </tile>
 <tile id="48">
  <properties>
   <property name="cover" type="int" value="49"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-birch-plum-striped.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="49">
  <image width="32" height="72" source="bedrooms/bed-birch-plum-striped-blanket.png"/>
 </tile>
 <tile id="50">
  <properties>
   <property name="cover" type="int" value="51"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-birch-plum-dotted.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="51">
  <image width="32" height="72" source="bedrooms/bed-birch-plum-dotted-blanket.png"/>
 </tile>
 <tile id="52">
  <properties>
   <property name="cover" type="int" value="53"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-birch-teal-striped.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="53">
  <image width="32" height="72" source="bedrooms/bed-birch-teal-striped-blanket.png"/>
 </tile>
 <tile id="54">
  <properties>
   <property name="cover" type="int" value="55"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-birch-teal-dotted.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="55">
  <image width="32" height="72" source="bedrooms/bed-birch-teal-dotted-blanket.png"/>
 </tile>
 <tile id="56">
  <properties>
   <property name="cover" type="int" value="57"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-birch-rust-striped.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="57">
  <image width="32" height="72" source="bedrooms/bed-birch-rust-striped-blanket.png"/>
 </tile>
 <tile id="58">
  <properties>
   <property name="cover" type="int" value="59"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-birch-rust-dotted.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="59">
  <image width="32" height="72" source="bedrooms/bed-birch-rust-dotted-blanket.png"/>
 </tile>
 <tile id="60">
  <properties>
   <property name="cover" type="int" value="61"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-birch-wine-striped.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="61">
  <image width="32" height="72" source="bedrooms/bed-birch-wine-striped-blanket.png"/>
 </tile>
 <tile id="62">
  <properties>
   <property name="cover" type="int" value="63"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-birch-wine-dotted.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="63">
  <image width="32" height="72" source="bedrooms/bed-birch-wine-dotted-blanket.png"/>
 </tile>
 <tile id="64">
  <properties>
   <property name="cover" type="int" value="65"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-walnut-blue-striped.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="65">
  <image width="32" height="72" source="bedrooms/bed-walnut-blue-striped-blanket.png"/>
 </tile>
 <tile id="66">
  <properties>
   <property name="cover" type="int" value="67"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-walnut-blue-dotted.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="67">
  <image width="32" height="72" source="bedrooms/bed-walnut-blue-dotted-blanket.png"/>
 </tile>
 <tile id="68">
  <properties>
   <property name="cover" type="int" value="69"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-walnut-red-striped.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="69">
  <image width="32" height="72" source="bedrooms/bed-walnut-red-striped-blanket.png"/>
 </tile>
 <tile id="70">
  <properties>
   <property name="cover" type="int" value="71"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-walnut-red-dotted.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="71">
  <image width="32" height="72" source="bedrooms/bed-walnut-red-dotted-blanket.png"/>
 </tile>
 <tile id="72">
  <properties>
   <property name="cover" type="int" value="73"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-walnut-green-striped.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="73">
  <image width="32" height="72" source="bedrooms/bed-walnut-green-striped-blanket.png"/>
 </tile>
 <tile id="74">
  <properties>
   <property name="cover" type="int" value="75"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-walnut-green-dotted.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="75">
  <image width="32" height="72" source="bedrooms/bed-walnut-green-dotted-blanket.png"/>
 </tile>
 <tile id="76">
  <properties>
   <property name="cover" type="int" value="77"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-walnut-mustard-striped.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="77">
  <image width="32" height="72" source="bedrooms/bed-walnut-mustard-striped-blanket.png"/>
 </tile>
 <tile id="78">
  <properties>
   <property name="cover" type="int" value="79"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-walnut-mustard-dotted.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="79">
  <image width="32" height="72" source="bedrooms/bed-walnut-mustard-dotted-blanket.png"/>
 </tile>
 <tile id="80">
  <properties>
   <property name="cover" type="int" value="81"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-walnut-plum-striped.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="81">
  <image width="32" height="72" source="bedrooms/bed-walnut-plum-striped-blanket.png"/>
 </tile>
 <tile id="82">
  <properties>
   <property name="cover" type="int" value="83"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-walnut-plum-dotted.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="83">
  <image width="32" height="72" source="bedrooms/bed-walnut-plum-dotted-blanket.png"/>
 </tile>
 <tile id="84">
  <properties>
   <property name="cover" type="int" value="85"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-walnut-teal-striped.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="85">
  <image width="32" height="72" source="bedrooms/bed-walnut-teal-striped-blanket.png"/>
 </tile>
 <tile id="86">
  <properties>
   <property name="cover" type="int" value="87"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-walnut-teal-dotted.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="87">
  <image width="32" height="72" source="bedrooms/bed-walnut-teal-dotted-blanket.png"/>
 </tile>
 <tile id="88">
  <properties>
   <property name="cover" type="int" value="89"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-walnut-rust-striped.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="89">
  <image width="32" height="72" source="bedrooms/bed-walnut-rust-striped-blanket.png"/>
 </tile>
 <tile id="90">
  <properties>
   <property name="cover" type="int" value="91"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-walnut-rust-dotted.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="91">
  <image width="32" height="72" source="bedrooms/bed-walnut-rust-dotted-blanket.png"/>
 </tile>
 <tile id="92">
  <properties>
   <property name="cover" type="int" value="93"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-walnut-wine-striped.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="93">
  <image width="32" height="72" source="bedrooms/bed-walnut-wine-striped-blanket.png"/>
 </tile>
 <tile id="94">
  <properties>
   <property name="cover" type="int" value="95"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-walnut-wine-dotted.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="95">
  <image width="32" height="72" source="bedrooms/bed-walnut-wine-dotted-blanket.png"/>
 </tile>
 <tile id="96">
  <properties>
   <property name="cover" type="int" value="97"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-cherry-blue-striped.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="97">
  <image width="32" height="72" source="bedrooms/bed-cherry-blue-striped-blanket.png"/>
 </tile>
 <tile id="98">
  <properties>
   <property name="cover" type="int" value="99"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-cherry-blue-dotted.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="99">
  <image width="32" height="72" source="bedrooms/bed-cherry-blue-dotted-blanket.png"/>
 </tile>
 <tile id="100">
  <properties>
   <property name="cover" type="int" value="101"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-cherry-red-striped.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="101">
  <image width="32" height="72" source="bedrooms/bed-cherry-red-striped-blanket.png"/>
 </tile>
 <tile id="102">
  <properties>
   <property name="cover" type="int" value="103"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-cherry-red-dotted.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="103">
  <image width="32" height="72" source="bedrooms/bed-cherry-red-dotted-blanket.png"/>
 </tile>
 <tile id="104">
  <properties>
   <property name="cover" type="int" value="105"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-cherry-green-striped.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="105">
  <image width="32" height="72" source="bedrooms/bed-cherry-green-striped-blanket.png"/>
 </tile>
 <tile id="106">
  <properties>
   <property name="cover" type="int" value="107"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-cherry-green-dotted.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="107">
  <image width="32" height="72" source="bedrooms/bed-cherry-green-dotted-blanket.png"/>
 </tile>
 <tile id="108">
  <properties>
   <property name="cover" type="int" value="109"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-cherry-mustard-striped.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="109">
  <image width="32" height="72" source="bedrooms/bed-cherry-mustard-striped-blanket.png"/>
 </tile>
 <tile id="110">
  <properties>
   <property name="cover" type="int" value="111"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-cherry-mustard-dotted.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="111">
  <image width="32" height="72" source="bedrooms/bed-cherry-mustard-dotted-blanket.png"/>
 </tile>
 <tile id="112">
  <properties>
   <property name="cover" type="int" value="113"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-cherry-plum-striped.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="113">
  <image width="32" height="72" source="bedrooms/bed-cherry-plum-striped-blanket.png"/>
 </tile>
 <tile id="114">
  <properties>
   <property name="cover" type="int" value="115"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-cherry-plum-dotted.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="115">
  <image width="32" height="72" source="bedrooms/bed-cherry-plum-dotted-blanket.png"/>
 </tile>
 <tile id="116">
  <properties>
   <property name="cover" type="int" value="117"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-cherry-teal-striped.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="117">
  <image width="32" height="72" source="bedrooms/bed-cherry-teal-striped-blanket.png"/>
 </tile>
 <tile id="118">
  <properties>
   <property name="cover" type="int" value="119"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-cherry-teal-dotted.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="119">
  <image width="32" height="72" source="bedrooms/bed-cherry-teal-dotted-blanket.png"/>
 </tile>
 <tile id="120">
  <properties>
   <property name="cover" type="int" value="121"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-cherry-rust-striped.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="121">
  <image width="32" height="72" source="bedrooms/bed-cherry-rust-striped-blanket.png"/>
 </tile>
 <tile id="122">
  <properties>
   <property name="cover" type="int" value="123"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-cherry-rust-dotted.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="123">
  <image width="32" height="72" source="bedrooms/bed-cherry-rust-dotted-blanket.png"/>
 </tile>
 <tile id="124">
  <properties>
   <property name="cover" type="int" value="125"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-cherry-wine-striped.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="125">
  <image width="32" height="72" source="bedrooms/bed-cherry-wine-striped-blanket.png"/>
 </tile>
 <tile id="126">
  <properties>
   <property name="cover" type="int" value="127"/>
   <property name="depth" type="int" value="-40"/>
  </properties>
  <image width="32" height="72" source="bedrooms/bed-cherry-wine-dotted.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="127">
  <image width="32" height="72" source="bedrooms/bed-cherry-wine-dotted-blanket.png"/>
 </tile>
</tileset>
