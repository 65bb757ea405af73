<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="hangings" tilewidth="256" tileheight="38" tilecount="114" columns="0" objectalignment="bottomleft">
 <grid orientation="orthogonal" width="1" height="1"/>
 <tile id="0">
  <image width="32" height="28" source="hangings/window-plain.png"/>
 </tile>
 <tile id="1">
  <image width="32" height="28" source="hangings/window-blue.png"/>
 </tile>
 <tile id="2">
  <image width="32" height="28" source="hangings/window-red.png"/>
 </tile>
 <tile id="3">
  <image width="32" height="28" source="hangings/window-green.png"/>
 </tile>
 <tile id="4">
  <image width="32" height="28" source="hangings/window-mustard.png"/>
 </tile>
 <tile id="5">
  <image width="32" height="28" source="hangings/window-plum.png"/>
 </tile>
 <tile id="6">
  <image width="32" height="28" source="hangings/window-teal.png"/>
 </tile>
 <tile id="7">
  <image width="32" height="28" source="hangings/window-rust.png"/>
 </tile>
 <tile id="8">
  <image width="32" height="28" source="hangings/window-sand.png"/>
 </tile>
 <tile id="9">
  <image width="24" height="28" source="hangings/outer-window-green.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="light" x="12" y="12">
    <properties>
     <property name="color" value="#ffdca0"/>
     <property name="kind" propertytype="LightKind" value="window"/>
     <property name="radius" type="float" value="1.5"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="10">
  <image width="24" height="28" source="hangings/outer-window-blue.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="light" x="12" y="12">
    <properties>
     <property name="color" value="#ffdca0"/>
     <property name="kind" propertytype="LightKind" value="window"/>
     <property name="radius" type="float" value="1.5"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="11">
  <image width="24" height="28" source="hangings/outer-window-violet.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="light" x="12" y="12">
    <properties>
     <property name="color" value="#ffdca0"/>
     <property name="kind" propertytype="LightKind" value="window"/>
     <property name="radius" type="float" value="1.5"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="12">
  <image width="24" height="28" source="hangings/outer-window-brick.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="light" x="12" y="12">
    <properties>
     <property name="color" value="#ffdca0"/>
     <property name="kind" propertytype="LightKind" value="window"/>
     <property name="radius" type="float" value="1.5"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="13">
  <image width="24" height="28" source="hangings/outer-window-slate.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="light" x="12" y="12">
    <properties>
     <property name="color" value="#ffdca0"/>
     <property name="kind" propertytype="LightKind" value="window"/>
     <property name="radius" type="float" value="1.5"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="14">
  <image width="24" height="28" source="hangings/outer-window-gold.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="light" x="12" y="12">
    <properties>
     <property name="color" value="#ffdca0"/>
     <property name="kind" propertytype="LightKind" value="window"/>
     <property name="radius" type="float" value="1.5"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="15">
  <image width="24" height="28" source="hangings/outer-window-orange.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="light" x="12" y="12">
    <properties>
     <property name="color" value="#ffdca0"/>
     <property name="kind" propertytype="LightKind" value="window"/>
     <property name="radius" type="float" value="1.5"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="16">
  <image width="24" height="28" source="hangings/outer-window-leaf.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="light" x="12" y="12">
    <properties>
     <property name="color" value="#ffdca0"/>
     <property name="kind" propertytype="LightKind" value="window"/>
     <property name="radius" type="float" value="1.5"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="17">
  <image width="24" height="28" source="hangings/outer-window-mustard.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="light" x="12" y="12">
    <properties>
     <property name="color" value="#ffdca0"/>
     <property name="kind" propertytype="LightKind" value="window"/>
     <property name="radius" type="float" value="1.5"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="18">
  <image width="24" height="28" source="hangings/outer-window-plum.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="light" x="12" y="12">
    <properties>
     <property name="color" value="#ffdca0"/>
     <property name="kind" propertytype="LightKind" value="window"/>
     <property name="radius" type="float" value="1.5"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="19">
  <image width="24" height="28" source="hangings/outer-window-teal.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="light" x="12" y="12">
    <properties>
     <property name="color" value="#ffdca0"/>
     <property name="kind" propertytype="LightKind" value="window"/>
     <property name="radius" type="float" value="1.5"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="20">
  <image width="24" height="28" source="hangings/outer-window-wine.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="light" x="12" y="12">
    <properties>
     <property name="color" value="#ffdca0"/>
     <property name="kind" propertytype="LightKind" value="window"/>
     <property name="radius" type="float" value="1.5"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="21">
  <image width="24" height="28" source="hangings/outer-window-rose.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="light" x="12" y="12">
    <properties>
     <property name="color" value="#ffdca0"/>
     <property name="kind" propertytype="LightKind" value="window"/>
     <property name="radius" type="float" value="1.5"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="22">
  <image width="24" height="28" source="hangings/outer-window-olive.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="light" x="12" y="12">
    <properties>
     <property name="color" value="#ffdca0"/>
     <property name="kind" propertytype="LightKind" value="window"/>
     <property name="radius" type="float" value="1.5"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="23">
  <image width="24" height="20" source="hangings/picture-1.png"/>
 </tile>
 <tile id="24">
  <image width="24" height="20" source="hangings/picture-2.png"/>
 </tile>
 <tile id="25">
  <image width="24" height="20" source="hangings/picture-3.png"/>
 </tile>
 <tile id="26">
  <image width="24" height="20" source="hangings/picture-4.png"/>
 </tile>
 <tile id="27">
  <image width="24" height="20" source="hangings/picture-5.png"/>
 </tile>
 <tile id="28">
  <image width="24" height="20" source="hangings/picture-6.png"/>
 </tile>
 <tile id="29">
  <image width="24" height="20" source="hangings/picture-7.png"/>
 </tile>
 <tile id="30">
  <image width="24" height="20" source="hangings/picture-8.png"/>
 </tile>
 <tile id="31">
  <image width="24" height="20" source="hangings/picture-9.png"/>
 </tile>
 <tile id="32">
  <image width="24" height="20" source="hangings/picture-10.png"/>
 </tile>
 <tile id="33">
  <image width="24" height="20" source="hangings/picture-11.png"/>
 </tile>
 <tile id="34">
  <image width="24" height="20" source="hangings/picture-12.png"/>
 </tile>
 <tile id="35">
  <image width="20" height="24" source="hangings/poster-1.png"/>
 </tile>
 <tile id="36">
  <image width="20" height="24" source="hangings/poster-2.png"/>
 </tile>
 <tile id="37">
  <image width="20" height="24" source="hangings/poster-3.png"/>
 </tile>
 <tile id="38">
  <image width="20" height="24" source="hangings/poster-4.png"/>
 </tile>
 <tile id="39">
  <image width="20" height="24" source="hangings/poster-5.png"/>
 </tile>
 <tile id="40">
  <image width="20" height="24" source="hangings/poster-6.png"/>
 </tile>
 <tile id="41">
  <image width="20" height="24" source="hangings/poster-7.png"/>
 </tile>
 <tile id="42">
  <image width="20" height="24" source="hangings/poster-8.png"/>
 </tile>
 <tile id="43">
  <image width="20" height="24" source="hangings/poster-9.png"/>
 </tile>
 <tile id="44">
  <image width="20" height="24" source="hangings/poster-10.png"/>
 </tile>
 <tile id="45">
  <image width="20" height="24" source="hangings/poster-11.png"/>
 </tile>
 <tile id="46">
  <image width="20" height="24" source="hangings/poster-12.png"/>
 </tile>
 <tile id="47">
  <image width="20" height="24" source="hangings/poster-13.png"/>
 </tile>
 <tile id="48">
  <image width="20" height="24" source="hangings/poster-14.png"/>
 </tile>
 <tile id="49">
  <image width="20" height="24" source="hangings/poster-15.png"/>
 </tile>
 <tile id="50">
  <image width="20" height="24" source="hangings/poster-16.png"/>
 </tile>
 <tile id="51">
  <image width="20" height="24" source="hangings/poster-17.png"/>
 </tile>
 <tile id="52">
  <image width="20" height="24" source="hangings/poster-18.png"/>
 </tile>
 <tile id="53">
  <image width="20" height="24" source="hangings/poster-19.png"/>
 </tile>
 <tile id="54">
  <image width="20" height="24" source="hangings/poster-20.png"/>
 </tile>
 <tile id="55">
  <image width="20" height="24" source="hangings/poster-21.png"/>
 </tile>
 <tile id="56">
  <image width="20" height="24" source="hangings/poster-22.png"/>
 </tile>
 <tile id="57">
  <image width="20" height="24" source="hangings/poster-23.png"/>
 </tile>
 <tile id="58">
  <image width="20" height="24" source="hangings/poster-24.png"/>
 </tile>
 <tile id="59">
  <image width="20" height="24" source="hangings/poster-25.png"/>
 </tile>
 <tile id="60">
  <image width="20" height="24" source="hangings/poster-26.png"/>
 </tile>
 <tile id="61">
  <image width="20" height="24" source="hangings/poster-27.png"/>
 </tile>
 <tile id="62">
  <image width="20" height="24" source="hangings/poster-28.png"/>
 </tile>
 <tile id="63">
  <image width="20" height="24" source="hangings/poster-29.png"/>
 </tile>
 <tile id="64">
  <image width="20" height="24" source="hangings/poster-30.png"/>
 </tile>
 <tile id="65">
  <image width="20" height="24" source="hangings/poster-31.png"/>
 </tile>
 <tile id="66">
  <image width="20" height="24" source="hangings/poster-32.png"/>
 </tile>
 <tile id="67">
  <image width="28" height="16" source="hangings/pennant-blue.png"/>
 </tile>
 <tile id="68">
  <image width="28" height="16" source="hangings/pennant-red.png"/>
 </tile>
 <tile id="69">
  <image width="28" height="16" source="hangings/pennant-green.png"/>
 </tile>
 <tile id="70">
  <image width="28" height="16" source="hangings/pennant-mustard.png"/>
 </tile>
 <tile id="71">
  <image width="28" height="16" source="hangings/pennant-plum.png"/>
 </tile>
 <tile id="72">
  <image width="28" height="16" source="hangings/pennant-teal.png"/>
 </tile>
 <tile id="73">
  <image width="28" height="16" source="hangings/pennant-rust.png"/>
 </tile>
 <tile id="74">
  <image width="28" height="16" source="hangings/pennant-wine.png"/>
 </tile>
 <tile id="75">
  <properties>
   <property name="sunlight" type="bool" value="true"/>
  </properties>
  <image width="52" height="38" source="hangings/sunlight.png"/>
 </tile>
 <tile id="76">
  <image width="96" height="29" source="hangings/blackboard-3-1.png"/>
 </tile>
 <tile id="77">
  <image width="96" height="29" source="hangings/whiteboard-3-1.png"/>
 </tile>
 <tile id="78">
  <image width="96" height="29" source="hangings/blackboard-3-2.png"/>
 </tile>
 <tile id="79">
  <image width="96" height="29" source="hangings/whiteboard-3-2.png"/>
 </tile>
 <tile id="80">
  <image width="96" height="29" source="hangings/blackboard-3-3.png"/>
 </tile>
 <tile id="81">
  <image width="96" height="29" source="hangings/whiteboard-3-3.png"/>
 </tile>
 <tile id="82">
  <image width="160" height="29" source="hangings/blackboard-5-1.png"/>
 </tile>
 <tile id="83">
  <image width="160" height="29" source="hangings/whiteboard-5-1.png"/>
 </tile>
 <tile id="84">
  <image width="160" height="29" source="hangings/blackboard-5-2.png"/>
 </tile>
 <tile id="85">
  <image width="160" height="29" source="hangings/whiteboard-5-2.png"/>
 </tile>
 <tile id="86">
  <image width="160" height="29" source="hangings/blackboard-5-3.png"/>
 </tile>
 <tile id="87">
  <image width="160" height="29" source="hangings/whiteboard-5-3.png"/>
 </tile>
 <tile id="88">
  <image width="192" height="29" source="hangings/blackboard-6-1.png"/>
 </tile>
 <tile id="89">
  <image width="192" height="29" source="hangings/whiteboard-6-1.png"/>
 </tile>
 <tile id="90">
  <image width="192" height="29" source="hangings/blackboard-6-2.png"/>
 </tile>
 <tile id="91">
  <image width="192" height="29" source="hangings/whiteboard-6-2.png"/>
 </tile>
 <tile id="92">
  <image width="192" height="29" source="hangings/blackboard-6-3.png"/>
 </tile>
 <tile id="93">
  <image width="192" height="29" source="hangings/whiteboard-6-3.png"/>
 </tile>
 <tile id="94">
  <image width="256" height="29" source="hangings/blackboard-8-1.png"/>
 </tile>
 <tile id="95">
  <image width="256" height="29" source="hangings/whiteboard-8-1.png"/>
 </tile>
 <tile id="96">
  <image width="256" height="29" source="hangings/blackboard-8-2.png"/>
 </tile>
 <tile id="97">
  <image width="256" height="29" source="hangings/whiteboard-8-2.png"/>
 </tile>
 <tile id="98">
  <image width="256" height="29" source="hangings/blackboard-8-3.png"/>
 </tile>
 <tile id="99">
  <image width="256" height="29" source="hangings/whiteboard-8-3.png"/>
 </tile>
 <tile id="100">
  <image width="46" height="27" source="hangings/notice-board-1.png"/>
 </tile>
 <tile id="101">
  <image width="46" height="27" source="hangings/notice-board-2.png"/>
 </tile>
 <tile id="102">
  <image width="46" height="27" source="hangings/notice-board-3.png"/>
 </tile>
 <tile id="103">
  <image width="46" height="27" source="hangings/notice-board-4.png"/>
 </tile>
 <tile id="104">
  <image width="46" height="27" source="hangings/notice-board-5.png"/>
 </tile>
 <tile id="105">
  <image width="46" height="27" source="hangings/notice-board-6.png"/>
 </tile>
 <tile id="106">
  <image width="62" height="26" source="hangings/coat-hooks-1.png"/>
 </tile>
 <tile id="107">
  <image width="62" height="26" source="hangings/coat-hooks-2.png"/>
 </tile>
 <tile id="108">
  <image width="62" height="26" source="hangings/coat-hooks-3.png"/>
 </tile>
 <tile id="109">
  <image width="62" height="26" source="hangings/coat-hooks-4.png"/>
 </tile>
 <tile id="110">
  <image width="18" height="18" source="hangings/clock.png"/>
 </tile>
 <tile id="111">
  <image width="42" height="26" source="hangings/world-map.png"/>
 </tile>
 <tile id="112">
  <image width="50" height="24" source="hangings/menu-board.png"/>
 </tile>
 <tile id="113">
  <image width="22" height="22" source="hangings/cross-sign.png"/>
 </tile>
</tileset>
