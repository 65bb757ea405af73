<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="study" tilewidth="192" tileheight="68" tilecount="174" columns="0" objectalignment="bottomleft">
 <grid orientation="orthogonal" width="1" height="1"/>
 <tile id="0">
  <image width="32" height="32" source="study/school-desk-birch-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="1">
  <image width="32" height="32" source="study/school-desk-honey-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="2">
  <image width="32" height="32" source="study/school-desk-pine-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="3">
  <image width="32" height="40" source="study/computer-desk-oak-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="light" x="14" y="8">
    <properties>
     <property name="color" value="#a8d4f0"/>
     <property name="kind" propertytype="LightKind" value="screen"/>
     <property name="radius" type="float" value="1.3"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="4">
  <image width="32" height="40" source="study/computer-desk-birch-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="light" x="14" y="8">
    <properties>
     <property name="color" value="#a8d4f0"/>
     <property name="kind" propertytype="LightKind" value="screen"/>
     <property name="radius" type="float" value="1.3"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="5">
  <image width="32" height="40" source="study/computer-desk-walnut-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="light" x="14" y="8">
    <properties>
     <property name="color" value="#a8d4f0"/>
     <property name="kind" propertytype="LightKind" value="screen"/>
     <property name="radius" type="float" value="1.3"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="6">
  <image width="64" height="32" source="study/lecture-desk-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="7">
  <image width="32" height="32" source="study/school-desk-birch-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="8">
  <image width="32" height="32" source="study/school-desk-honey-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="9">
  <image width="32" height="32" source="study/school-desk-pine-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="10">
  <image width="32" height="40" source="study/computer-desk-oak-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="light" x="14" y="8">
    <properties>
     <property name="color" value="#a8d4f0"/>
     <property name="kind" propertytype="LightKind" value="screen"/>
     <property name="radius" type="float" value="1.3"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="11">
  <image width="32" height="40" source="study/computer-desk-birch-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="light" x="14" y="8">
    <properties>
     <property name="color" value="#a8d4f0"/>
     <property name="kind" propertytype="LightKind" value="screen"/>
     <property name="radius" type="float" value="1.3"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="12">
  <image width="32" height="40" source="study/computer-desk-walnut-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="light" x="14" y="8">
    <properties>
     <property name="color" value="#a8d4f0"/>
     <property name="kind" propertytype="LightKind" value="screen"/>
     <property name="radius" type="float" value="1.3"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="13">
  <image width="64" height="32" source="study/lecture-desk-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="14">
  <image width="32" height="32" source="study/school-desk-birch-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="15">
  <image width="32" height="32" source="study/school-desk-honey-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="16">
  <image width="32" height="32" source="study/school-desk-pine-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="17">
  <image width="32" height="40" source="study/computer-desk-oak-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="light" x="14" y="8">
    <properties>
     <property name="color" value="#a8d4f0"/>
     <property name="kind" propertytype="LightKind" value="screen"/>
     <property name="radius" type="float" value="1.3"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="18">
  <image width="32" height="40" source="study/computer-desk-birch-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="light" x="14" y="8">
    <properties>
     <property name="color" value="#a8d4f0"/>
     <property name="kind" propertytype="LightKind" value="screen"/>
     <property name="radius" type="float" value="1.3"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="19">
  <image width="32" height="40" source="study/computer-desk-walnut-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="light" x="14" y="8">
    <properties>
     <property name="color" value="#a8d4f0"/>
     <property name="kind" propertytype="LightKind" value="screen"/>
     <property name="radius" type="float" value="1.3"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="20">
  <image width="64" height="32" source="study/lecture-desk-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="21">
  <image width="32" height="32" source="study/school-desk-birch-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="22">
  <image width="32" height="32" source="study/school-desk-honey-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="23">
  <image width="32" height="32" source="study/school-desk-pine-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="24">
  <image width="32" height="40" source="study/computer-desk-oak-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="light" x="14" y="8">
    <properties>
     <property name="color" value="#a8d4f0"/>
     <property name="kind" propertytype="LightKind" value="screen"/>
     <property name="radius" type="float" value="1.3"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="25">
  <image width="32" height="40" source="study/computer-desk-birch-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="light" x="14" y="8">
    <properties>
     <property name="color" value="#a8d4f0"/>
     <property name="kind" propertytype="LightKind" value="screen"/>
     <property name="radius" type="float" value="1.3"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="26">
  <image width="32" height="40" source="study/computer-desk-walnut-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="light" x="14" y="8">
    <properties>
     <property name="color" value="#a8d4f0"/>
     <property name="kind" propertytype="LightKind" value="screen"/>
     <property name="radius" type="float" value="1.3"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="27">
  <image width="64" height="32" source="study/lecture-desk-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="28">
  <image width="32" height="32" source="study/school-desk-birch-5.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="29">
  <image width="32" height="32" source="study/school-desk-honey-5.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="30">
  <image width="32" height="32" source="study/school-desk-pine-5.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="31">
  <image width="32" height="40" source="study/computer-desk-oak-5.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="light" x="14" y="8">
    <properties>
     <property name="color" value="#a8d4f0"/>
     <property name="kind" propertytype="LightKind" value="screen"/>
     <property name="radius" type="float" value="1.3"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="32">
  <image width="32" height="40" source="study/computer-desk-birch-5.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="light" x="14" y="8">
    <properties>
     <property name="color" value="#a8d4f0"/>
     <property name="kind" propertytype="LightKind" value="screen"/>
     <property name="radius" type="float" value="1.3"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="33">
  <image width="32" height="40" source="study/computer-desk-walnut-5.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="light" x="14" y="8">
    <properties>
     <property name="color" value="#a8d4f0"/>
     <property name="kind" propertytype="LightKind" value="screen"/>
     <property name="radius" type="float" value="1.3"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="34">
  <image width="64" height="32" source="study/lecture-desk-5.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="35">
  <image width="32" height="32" source="study/school-desk-birch-6.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="36">
  <image width="32" height="32" source="study/school-desk-honey-6.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="37">
  <image width="32" height="32" source="study/school-desk-pine-6.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="38">
  <image width="32" height="40" source="study/computer-desk-oak-6.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="light" x="14" y="8">
    <properties>
     <property name="color" value="#a8d4f0"/>
     <property name="kind" propertytype="LightKind" value="screen"/>
     <property name="radius" type="float" value="1.3"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="39">
  <image width="32" height="40" source="study/computer-desk-birch-6.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="light" x="14" y="8">
    <properties>
     <property name="color" value="#a8d4f0"/>
     <property name="kind" propertytype="LightKind" value="screen"/>
     <property name="radius" type="float" value="1.3"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="40">
  <image width="32" height="40" source="study/computer-desk-walnut-6.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="light" x="14" y="8">
    <properties>
     <property name="color" value="#a8d4f0"/>
     <property name="kind" propertytype="LightKind" value="screen"/>
     <property name="radius" type="float" value="1.3"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="41">
  <image width="64" height="32" source="study/lecture-desk-6.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="42">
  <image width="32" height="32" source="study/school-desk-birch-7.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="43">
  <image width="32" height="32" source="study/school-desk-honey-7.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="44">
  <image width="32" height="32" source="study/school-desk-pine-7.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="45">
  <image width="32" height="32" source="study/school-desk-birch-8.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="46">
  <image width="32" height="32" source="study/school-desk-honey-8.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="47">
  <image width="32" height="32" source="study/school-desk-pine-8.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="48">
  <image width="32" height="40" source="study/office-desk-oak-1-screen-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="49">
  <image width="32" height="40" source="study/office-desk-oak-1-back-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="50">
  <image width="32" height="40" source="study/office-desk-birch-1-screen-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="51">
  <image width="32" height="40" source="study/office-desk-birch-1-back-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="52">
  <image width="32" height="40" source="study/office-desk-walnut-1-screen-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="53">
  <image width="32" height="40" source="study/office-desk-walnut-1-back-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="54">
  <image width="32" height="40" source="study/home-desk-oak-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="light" x="16" y="18">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="55">
  <image width="32" height="40" source="study/home-desk-oak-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="light" x="16" y="18">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="56">
  <image width="32" height="40" source="study/home-desk-oak-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="light" x="16" y="18">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="57">
  <image width="32" height="40" source="study/home-desk-oak-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="light" x="16" y="18">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="58">
  <image width="32" height="40" source="study/home-desk-oak-5.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="light" x="16" y="18">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="59">
  <image width="32" height="40" source="study/home-desk-oak-6.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="light" x="16" y="18">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="60">
  <image width="32" height="40" source="study/home-desk-birch-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="light" x="16" y="18">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="61">
  <image width="32" height="40" source="study/home-desk-birch-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="light" x="16" y="18">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="62">
  <image width="32" height="40" source="study/home-desk-birch-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="light" x="16" y="18">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="63">
  <image width="32" height="40" source="study/home-desk-birch-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="light" x="16" y="18">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="64">
  <image width="32" height="40" source="study/home-desk-birch-5.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="light" x="16" y="18">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="65">
  <image width="32" height="40" source="study/home-desk-birch-6.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="light" x="16" y="18">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="66">
  <image width="32" height="40" source="study/home-desk-walnut-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="light" x="16" y="18">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="67">
  <image width="32" height="40" source="study/home-desk-walnut-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="light" x="16" y="18">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="68">
  <image width="32" height="40" source="study/home-desk-walnut-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="light" x="16" y="18">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="69">
  <image width="32" height="40" source="study/home-desk-walnut-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="light" x="16" y="18">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="70">
  <image width="32" height="40" source="study/home-desk-walnut-5.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="light" x="16" y="18">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="71">
  <image width="32" height="40" source="study/home-desk-walnut-6.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="light" x="16" y="18">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="72">
  <image width="32" height="40" source="study/home-desk-cherry-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="light" x="16" y="18">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="73">
  <image width="32" height="40" source="study/home-desk-cherry-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="light" x="16" y="18">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="74">
  <image width="32" height="40" source="study/home-desk-cherry-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="light" x="16" y="18">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="75">
  <image width="32" height="40" source="study/home-desk-cherry-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="light" x="16" y="18">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="76">
  <image width="32" height="40" source="study/home-desk-cherry-5.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="light" x="16" y="18">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="77">
  <image width="32" height="40" source="study/home-desk-cherry-6.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="light" x="16" y="18">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="78">
  <image width="64" height="40" source="study/office-desk-oak-2-screen-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="79">
  <image width="64" height="40" source="study/office-desk-oak-2-back-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="80">
  <image width="64" height="40" source="study/office-desk-oak-2-screen-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="81">
  <image width="64" height="40" source="study/office-desk-oak-2-back-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="82">
  <image width="64" height="40" source="study/office-desk-oak-2-screen-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="83">
  <image width="64" height="40" source="study/office-desk-oak-2-back-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="84">
  <image width="64" height="40" source="study/office-desk-oak-2-screen-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="85">
  <image width="64" height="40" source="study/office-desk-oak-2-back-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="86">
  <image width="64" height="40" source="study/office-desk-birch-2-screen-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="87">
  <image width="64" height="40" source="study/office-desk-birch-2-back-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="88">
  <image width="64" height="40" source="study/office-desk-birch-2-screen-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="89">
  <image width="64" height="40" source="study/office-desk-birch-2-back-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="90">
  <image width="64" height="40" source="study/office-desk-birch-2-screen-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="91">
  <image width="64" height="40" source="study/office-desk-birch-2-back-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="92">
  <image width="64" height="40" source="study/office-desk-birch-2-screen-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="93">
  <image width="64" height="40" source="study/office-desk-birch-2-back-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="94">
  <image width="64" height="40" source="study/office-desk-walnut-2-screen-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="95">
  <image width="64" height="40" source="study/office-desk-walnut-2-back-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="96">
  <image width="64" height="40" source="study/office-desk-walnut-2-screen-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="97">
  <image width="64" height="40" source="study/office-desk-walnut-2-back-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="98">
  <image width="64" height="40" source="study/office-desk-walnut-2-screen-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="99">
  <image width="64" height="40" source="study/office-desk-walnut-2-back-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="100">
  <image width="64" height="40" source="study/office-desk-walnut-2-screen-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="101">
  <image width="64" height="40" source="study/office-desk-walnut-2-back-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="102">
  <image width="64" height="40" source="study/home-desk-wide-oak-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
   <object id="2" type="light" x="32" y="18">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="103">
  <image width="64" height="40" source="study/home-desk-wide-oak-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
   <object id="2" type="light" x="32" y="18">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="104">
  <image width="64" height="40" source="study/home-desk-wide-oak-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
   <object id="2" type="light" x="32" y="18">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="105">
  <image width="64" height="40" source="study/home-desk-wide-oak-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
   <object id="2" type="light" x="32" y="18">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="106">
  <image width="64" height="40" source="study/home-desk-wide-oak-5.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
   <object id="2" type="light" x="32" y="18">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="107">
  <image width="64" height="40" source="study/home-desk-wide-oak-6.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
   <object id="2" type="light" x="32" y="18">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="108">
  <image width="64" height="40" source="study/home-desk-wide-birch-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
   <object id="2" type="light" x="32" y="18">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="109">
  <image width="64" height="40" source="study/home-desk-wide-birch-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
   <object id="2" type="light" x="32" y="18">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="110">
  <image width="64" height="40" source="study/home-desk-wide-birch-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
   <object id="2" type="light" x="32" y="18">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="111">
  <image width="64" height="40" source="study/home-desk-wide-birch-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
   <object id="2" type="light" x="32" y="18">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="112">
  <image width="64" height="40" source="study/home-desk-wide-birch-5.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
   <object id="2" type="light" x="32" y="18">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="113">
  <image width="64" height="40" source="study/home-desk-wide-birch-6.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
   <object id="2" type="light" x="32" y="18">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="114">
  <image width="64" height="40" source="study/home-desk-wide-walnut-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
   <object id="2" type="light" x="32" y="18">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="115">
  <image width="64" height="40" source="study/home-desk-wide-walnut-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
   <object id="2" type="light" x="32" y="18">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="116">
  <image width="64" height="40" source="study/home-desk-wide-walnut-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
   <object id="2" type="light" x="32" y="18">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="117">
  <image width="64" height="40" source="study/home-desk-wide-walnut-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
   <object id="2" type="light" x="32" y="18">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="118">
  <image width="64" height="40" source="study/home-desk-wide-walnut-5.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
   <object id="2" type="light" x="32" y="18">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="119">
  <image width="64" height="40" source="study/home-desk-wide-walnut-6.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
   <object id="2" type="light" x="32" y="18">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="120">
  <image width="64" height="40" source="study/home-desk-wide-cherry-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
   <object id="2" type="light" x="32" y="18">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="121">
  <image width="64" height="40" source="study/home-desk-wide-cherry-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
   <object id="2" type="light" x="32" y="18">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="122">
  <image width="64" height="40" source="study/home-desk-wide-cherry-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
   <object id="2" type="light" x="32" y="18">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="123">
  <image width="64" height="40" source="study/home-desk-wide-cherry-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
   <object id="2" type="light" x="32" y="18">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="124">
  <image width="64" height="40" source="study/home-desk-wide-cherry-5.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
   <object id="2" type="light" x="32" y="18">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="125">
  <image width="64" height="40" source="study/home-desk-wide-cherry-6.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
   <object id="2" type="light" x="32" y="18">
    <properties>
     <property name="color" value="#ffe9b0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="126">
  <image width="32" height="36" source="study/table-oak-1x1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="127">
  <image width="64" height="36" source="study/table-oak-2x1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="128">
  <image width="96" height="36" source="study/table-oak-3x1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="129">
  <image width="64" height="68" source="study/table-oak-2x2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="130">
  <image width="64" height="38" source="study/reading-table-oak-2-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="64" height="32"/>
   <object id="2" type="light" x="32" y="16">
    <properties>
     <property name="color" value="#ffe2a0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="131">
  <image width="64" height="38" source="study/reading-table-oak-2-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="64" height="32"/>
   <object id="2" type="light" x="32" y="16">
    <properties>
     <property name="color" value="#ffe2a0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="132">
  <image width="64" height="38" source="study/reading-table-oak-2-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="64" height="32"/>
   <object id="2" type="light" x="32" y="16">
    <properties>
     <property name="color" value="#ffe2a0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="133">
  <image width="64" height="38" source="study/reading-table-oak-2-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="64" height="32"/>
   <object id="2" type="light" x="32" y="16">
    <properties>
     <property name="color" value="#ffe2a0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="134">
  <image width="128" height="38" source="study/reading-table-oak-4-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="128" height="32"/>
   <object id="2" type="light" x="64" y="16">
    <properties>
     <property name="color" value="#ffe2a0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="2.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="135">
  <image width="128" height="38" source="study/reading-table-oak-4-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="128" height="32"/>
   <object id="2" type="light" x="64" y="16">
    <properties>
     <property name="color" value="#ffe2a0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="2.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="136">
  <image width="128" height="38" source="study/reading-table-oak-4-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="128" height="32"/>
   <object id="2" type="light" x="64" y="16">
    <properties>
     <property name="color" value="#ffe2a0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="2.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="137">
  <image width="128" height="38" source="study/reading-table-oak-4-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="128" height="32"/>
   <object id="2" type="light" x="64" y="16">
    <properties>
     <property name="color" value="#ffe2a0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="2.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="138">
  <image width="32" height="36" source="study/table-birch-1x1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="139">
  <image width="64" height="36" source="study/table-birch-2x1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="140">
  <image width="96" height="36" source="study/table-birch-3x1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="141">
  <image width="64" height="68" source="study/table-birch-2x2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="142">
  <image width="64" height="38" source="study/reading-table-birch-2-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="64" height="32"/>
   <object id="2" type="light" x="32" y="16">
    <properties>
     <property name="color" value="#ffe2a0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="143">
  <image width="64" height="38" source="study/reading-table-birch-2-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="64" height="32"/>
   <object id="2" type="light" x="32" y="16">
    <properties>
     <property name="color" value="#ffe2a0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="144">
  <image width="64" height="38" source="study/reading-table-birch-2-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="64" height="32"/>
   <object id="2" type="light" x="32" y="16">
    <properties>
     <property name="color" value="#ffe2a0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="145">
  <image width="64" height="38" source="study/reading-table-birch-2-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="64" height="32"/>
   <object id="2" type="light" x="32" y="16">
    <properties>
     <property name="color" value="#ffe2a0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="146">
  <image width="128" height="38" source="study/reading-table-birch-4-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="128" height="32"/>
   <object id="2" type="light" x="64" y="16">
    <properties>
     <property name="color" value="#ffe2a0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="2.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="147">
  <image width="128" height="38" source="study/reading-table-birch-4-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="128" height="32"/>
   <object id="2" type="light" x="64" y="16">
    <properties>
     <property name="color" value="#ffe2a0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="2.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="148">
  <image width="128" height="38" source="study/reading-table-birch-4-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="128" height="32"/>
   <object id="2" type="light" x="64" y="16">
    <properties>
     <property name="color" value="#ffe2a0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="2.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="149">
  <image width="128" height="38" source="study/reading-table-birch-4-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="128" height="32"/>
   <object id="2" type="light" x="64" y="16">
    <properties>
     <property name="color" value="#ffe2a0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="2.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="150">
  <image width="32" height="36" source="study/table-walnut-1x1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="151">
  <image width="64" height="36" source="study/table-walnut-2x1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="152">
  <image width="96" height="36" source="study/table-walnut-3x1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="153">
  <image width="64" height="68" source="study/table-walnut-2x2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="154">
  <image width="64" height="38" source="study/reading-table-walnut-2-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="64" height="32"/>
   <object id="2" type="light" x="32" y="16">
    <properties>
     <property name="color" value="#ffe2a0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="155">
  <image width="64" height="38" source="study/reading-table-walnut-2-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="64" height="32"/>
   <object id="2" type="light" x="32" y="16">
    <properties>
     <property name="color" value="#ffe2a0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="156">
  <image width="64" height="38" source="study/reading-table-walnut-2-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="64" height="32"/>
   <object id="2" type="light" x="32" y="16">
    <properties>
     <property name="color" value="#ffe2a0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="157">
  <image width="64" height="38" source="study/reading-table-walnut-2-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="64" height="32"/>
   <object id="2" type="light" x="32" y="16">
    <properties>
     <property name="color" value="#ffe2a0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="1.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="158">
  <image width="128" height="38" source="study/reading-table-walnut-4-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="128" height="32"/>
   <object id="2" type="light" x="64" y="16">
    <properties>
     <property name="color" value="#ffe2a0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="2.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="159">
  <image width="128" height="38" source="study/reading-table-walnut-4-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="128" height="32"/>
   <object id="2" type="light" x="64" y="16">
    <properties>
     <property name="color" value="#ffe2a0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="2.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="160">
  <image width="128" height="38" source="study/reading-table-walnut-4-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="128" height="32"/>
   <object id="2" type="light" x="64" y="16">
    <properties>
     <property name="color" value="#ffe2a0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="2.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="161">
  <image width="128" height="38" source="study/reading-table-walnut-4-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="128" height="32"/>
   <object id="2" type="light" x="64" y="16">
    <properties>
     <property name="color" value="#ffe2a0"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="2.6"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="162">
  <image width="64" height="44" source="study/reception-walnut-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="163">
  <image width="128" height="44" source="study/reception-walnut-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="128" height="32"/>
  </objectgroup>
 </tile>
 <tile id="164">
  <image width="192" height="44" source="study/reception-walnut-6.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="192" height="32"/>
  </objectgroup>
 </tile>
 <tile id="165">
  <image width="64" height="44" source="study/reception-mahogany-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="166">
  <image width="128" height="44" source="study/reception-mahogany-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="128" height="32"/>
  </objectgroup>
 </tile>
 <tile id="167">
  <image width="192" height="44" source="study/reception-mahogany-6.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="192" height="32"/>
  </objectgroup>
 </tile>
 <tile id="168">
  <image width="64" height="44" source="study/reception-rosewood-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="169">
  <image width="128" height="44" source="study/reception-rosewood-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="128" height="32"/>
  </objectgroup>
 </tile>
 <tile id="170">
  <image width="192" height="44" source="study/reception-rosewood-6.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="192" height="32"/>
  </objectgroup>
 </tile>
 <tile id="171">
  <image width="32" height="36" source="study/lectern.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="172">
  <image width="32" height="42" source="study/copier.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="10" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="173">
  <image width="32" height="38" source="study/globe.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="32" height="32"/>
  </objectgroup>
 </tile>
</tileset>
