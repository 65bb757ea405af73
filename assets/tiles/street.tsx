<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="street" tilewidth="192" tileheight="192" tilecount="111" columns="0" objectalignment="bottomleft">
 <grid orientation="orthogonal" width="1" height="1"/>
 <tile id="0">
  <properties>
   <property name="winter" type="int" value="65"/>
  </properties>
  <image width="32" height="76" source="street/lamp.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="44" width="32" height="32"/>
   <object id="2" type="light" x="16" y="14">
    <properties>
     <property name="color" value="#ffd08a"/>
     <property name="kind" propertytype="LightKind" value="lamp"/>
     <property name="radius" type="float" value="4.5"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="1">
  <properties>
   <property name="winter" type="int" value="66"/>
  </properties>
  <image width="32" height="76" source="street/statue.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="44" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="2">
  <properties>
   <property name="winter" type="int" value="67"/>
  </properties>
  <image width="32" height="84" source="street/clock-post.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="52" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="3">
  <properties>
   <property name="winter" type="int" value="68"/>
  </properties>
  <image width="32" height="58" source="street/signpost.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="26" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="4">
  <properties>
   <property name="winter" type="int" value="69"/>
  </properties>
  <image width="32" height="32" source="street/bin.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="5">
  <properties>
   <property name="winter" type="int" value="70"/>
  </properties>
  <image width="32" height="72" source="street/poster-column.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="40" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="6">
  <properties>
   <property name="winter" type="int" value="71"/>
  </properties>
  <image width="32" height="74" source="street/gate-pillar.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="42" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="7">
  <properties>
   <property name="depth" type="int" value="1"/>
   <property name="winter" type="int" value="72"/>
  </properties>
  <image width="192" height="72" source="street/gate-arch.png"/>
 </tile>
 <tile id="8">
  <properties>
   <property name="winter" type="int" value="73"/>
  </properties>
  <image width="96" height="66" source="street/bus-stop.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="34" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="9">
  <properties>
   <property name="winter" type="int" value="74"/>
  </properties>
  <image width="192" height="76" source="street/bus.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="44" width="192" height="32"/>
  </objectgroup>
 </tile>
 <tile id="10">
  <properties>
   <property name="winter" type="int" value="75"/>
  </properties>
  <image width="64" height="42" source="street/name-board-green.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="10" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="11">
  <properties>
   <property name="winter" type="int" value="76"/>
  </properties>
  <image width="64" height="42" source="street/name-board-blue.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="10" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="12">
  <properties>
   <property name="winter" type="int" value="77"/>
  </properties>
  <image width="64" height="42" source="street/name-board-violet.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="10" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="13">
  <properties>
   <property name="winter" type="int" value="78"/>
  </properties>
  <image width="64" height="42" source="street/name-board-brick.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="10" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="14">
  <properties>
   <property name="winter" type="int" value="79"/>
  </properties>
  <image width="64" height="42" source="street/name-board-slate.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="10" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="15">
  <properties>
   <property name="winter" type="int" value="80"/>
  </properties>
  <image width="64" height="42" source="street/name-board-gold.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="10" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="16">
  <properties>
   <property name="winter" type="int" value="81"/>
  </properties>
  <image width="64" height="42" source="street/name-board-orange.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="10" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="17">
  <properties>
   <property name="winter" type="int" value="82"/>
  </properties>
  <image width="64" height="42" source="street/name-board-leaf.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="10" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="18">
  <properties>
   <property name="winter" type="int" value="83"/>
  </properties>
  <image width="64" height="42" source="street/name-board-mustard.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="10" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="19">
  <properties>
   <property name="winter" type="int" value="84"/>
  </properties>
  <image width="64" height="42" source="street/name-board-plum.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="10" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="20">
  <properties>
   <property name="winter" type="int" value="85"/>
  </properties>
  <image width="64" height="42" source="street/name-board-teal.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="10" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="21">
  <properties>
   <property name="winter" type="int" value="86"/>
  </properties>
  <image width="64" height="42" source="street/name-board-wine.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="10" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="22">
  <properties>
   <property name="winter" type="int" value="87"/>
  </properties>
  <image width="64" height="42" source="street/name-board-rose.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="10" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="23">
  <properties>
   <property name="winter" type="int" value="88"/>
  </properties>
  <image width="64" height="42" source="street/name-board-olive.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="10" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="24">
  <properties>
   <property name="winter" type="int" value="89"/>
  </properties>
  <image width="64" height="36" source="street/bicycles-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="25">
  <properties>
   <property name="winter" type="int" value="90"/>
  </properties>
  <image width="64" height="36" source="street/bicycles-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="26">
  <properties>
   <property name="winter" type="int" value="91"/>
  </properties>
  <image width="64" height="36" source="street/bicycles-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="27">
  <properties>
   <property name="winter" type="int" value="92"/>
  </properties>
  <image width="64" height="36" source="street/bicycles-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="28">
  <properties>
   <property name="winter" type="int" value="93"/>
  </properties>
  <image width="64" height="36" source="street/bicycles-5.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="29">
  <properties>
   <property name="winter" type="int" value="94"/>
  </properties>
  <image width="64" height="36" source="street/bicycles-6.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="30">
  <properties>
   <property name="winter" type="int" value="95"/>
  </properties>
  <image width="64" height="36" source="street/bicycles-7.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="31">
  <properties>
   <property name="depth" type="int" value="4"/>
   <property name="winter" type="int" value="96"/>
  </properties>
  <image width="96" height="70" source="street/parasol-red.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="32" y="38" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="32">
  <properties>
   <property name="depth" type="int" value="4"/>
   <property name="winter" type="int" value="97"/>
  </properties>
  <image width="96" height="70" source="street/parasol-green.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="32" y="38" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="33">
  <properties>
   <property name="depth" type="int" value="4"/>
   <property name="winter" type="int" value="98"/>
  </properties>
  <image width="96" height="70" source="street/parasol-mustard.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="32" y="38" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="34">
  <properties>
   <property name="depth" type="int" value="4"/>
   <property name="winter" type="int" value="99"/>
  </properties>
  <image width="96" height="70" source="street/parasol-blue.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="32" y="38" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="35">
  <properties>
   <property name="depth" type="int" value="4"/>
   <property name="winter" type="int" value="100"/>
  </properties>
  <image width="96" height="70" source="street/parasol-teal.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="32" y="38" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="36">
  <properties>
   <property name="winter" type="int" value="101"/>
  </properties>
  <image width="32" height="42" source="street/railing-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="10" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="37">
  <properties>
   <property name="winter" type="int" value="102"/>
  </properties>
  <image width="64" height="42" source="street/railing-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="10" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="38">
  <properties>
   <property name="winter" type="int" value="103"/>
  </properties>
  <image width="96" height="42" source="street/railing-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="10" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="39">
  <properties>
   <property name="winter" type="int" value="104"/>
  </properties>
  <image width="128" height="42" source="street/railing-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="10" width="128" height="32"/>
  </objectgroup>
 </tile>
 <tile id="40">
  <properties>
   <property name="winter" type="int" value="105"/>
  </properties>
  <image width="64" height="96" source="street/jetty-2x3.png"/>
 </tile>
 <tile id="41">
  <properties>
   <property name="winter" type="int" value="106"/>
  </properties>
  <image width="64" height="128" source="street/jetty-2x4.png"/>
 </tile>
 <tile id="42">
  <properties>
   <property name="winter" type="int" value="107"/>
  </properties>
  <image width="64" height="160" source="street/jetty-2x5.png"/>
 </tile>
 <tile id="43">
  <properties>
   <property name="winter" type="int" value="108"/>
  </properties>
  <image width="64" height="192" source="street/jetty-2x6.png"/>
 </tile>
 <tile id="44">
  <properties>
   <property name="winter" type="int" value="109"/>
  </properties>
  <image width="96" height="64" source="street/jetty-3x2.png"/>
 </tile>
 <tile id="45">
  <properties>
   <property name="winter" type="int" value="110"/>
  </properties>
  <image width="128" height="168" source="street/fountain.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="40" width="128" height="128"/>
  </objectgroup>
  <animation>
   <frame tileid="45" duration="160"/>
   <frame tileid="46" duration="160"/>
   <frame tileid="47" duration="160"/>
   <frame tileid="48" duration="160"/>
  </animation>
 </tile>
 <tile id="46">
  <image width="128" height="168" source="street/fountain-2.png"/>
 </tile>
 <tile id="47">
  <image width="128" height="168" source="street/fountain-3.png"/>
 </tile>
 <tile id="48">
  <image width="128" height="168" source="street/fountain-4.png"/>
 </tile>
 <tile id="49">
  <image width="64" height="116" source="street/flagpole-maroon.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="84" width="32" height="32"/>
  </objectgroup>
  <animation>
   <frame tileid="49" duration="160"/>
   <frame tileid="50" duration="160"/>
   <frame tileid="51" duration="160"/>
   <frame tileid="52" duration="160"/>
  </animation>
 </tile>
 <tile id="50">
  <image width="64" height="116" source="street/flagpole-maroon-2.png"/>
 </tile>
 <tile id="51">
  <image width="64" height="116" source="street/flagpole-maroon-3.png"/>
 </tile>
 <tile id="52">
  <image width="64" height="116" source="street/flagpole-maroon-4.png"/>
 </tile>
 <tile id="53">
  <image width="64" height="116" source="street/flagpole-green.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="84" width="32" height="32"/>
  </objectgroup>
  <animation>
   <frame tileid="53" duration="160"/>
   <frame tileid="54" duration="160"/>
   <frame tileid="55" duration="160"/>
   <frame tileid="56" duration="160"/>
  </animation>
 </tile>
 <tile id="54">
  <image width="64" height="116" source="street/flagpole-green-2.png"/>
 </tile>
 <tile id="55">
  <image width="64" height="116" source="street/flagpole-green-3.png"/>
 </tile>
 <tile id="56">
  <image width="64" height="116" source="street/flagpole-green-4.png"/>
 </tile>
 <tile id="57">
  <image width="64" height="116" source="street/flagpole-blue.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="84" width="32" height="32"/>
  </objectgroup>
  <animation>
   <frame tileid="57" duration="160"/>
   <frame tileid="58" duration="160"/>
   <frame tileid="59" duration="160"/>
   <frame tileid="60" duration="160"/>
  </animation>
 </tile>
 <tile id="58">
  <image width="64" height="116" source="street/flagpole-blue-2.png"/>
 </tile>
 <tile id="59">
  <image width="64" height="116" source="street/flagpole-blue-3.png"/>
 </tile>
 <tile id="60">
  <image width="64" height="116" source="street/flagpole-blue-4.png"/>
 </tile>
 <tile id="61">
  <image width="64" height="116" source="street/flagpole-gold.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="84" width="32" height="32"/>
  </objectgroup>
  <animation>
   <frame tileid="61" duration="160"/>
   <frame tileid="62" duration="160"/>
   <frame tileid="63" duration="160"/>
   <frame tileid="64" duration="160"/>
  </animation>
 </tile>
 <tile id="62">
  <image width="64" height="116" source="street/flagpole-gold-2.png"/>
 </tile>
 <tile id="63">
  <image width="64" height="116" source="street/flagpole-gold-3.png"/>
 </tile>
 <tile id="64">
  <image width="64" height="116" source="street/flagpole-gold-4.png"/>
 </tile>
 <tile id="65">
  <image width="32" height="76" source="street/lamp-winter.png"/>
 </tile>
 <tile id="66">
  <image width="32" height="76" source="street/statue-winter.png"/>
 </tile>
 <tile id="67">
  <image width="32" height="84" source="street/clock-post-winter.png"/>
 </tile>
 <tile id="68">
  <image width="32" height="58" source="street/signpost-winter.png"/>
 </tile>
 <tile id="69">
  <image width="32" height="32" source="street/bin-winter.png"/>
 </tile>
 <tile id="70">
  <image width="32" height="72" source="street/poster-column-winter.png"/>
 </tile>
 <tile id="71">
  <image width="32" height="74" source="street/gate-pillar-winter.png"/>
 </tile>
 <tile id="72">
  <image width="192" height="72" source="street/gate-arch-winter.png"/>
 </tile>
 <tile id="73">
  <image width="96" height="66" source="street/bus-stop-winter.png"/>
 </tile>
 <tile id="74">
  <image width="192" height="76" source="street/bus-winter.png"/>
 </tile>
 <tile id="75">
  <image width="64" height="42" source="street/name-board-green-winter.png"/>
 </tile>
 <tile id="76">
  <image width="64" height="42" source="street/name-board-blue-winter.png"/>
 </tile>
 <tile id="77">
  <image width="64" height="42" source="street/name-board-violet-winter.png"/>
 </tile>
 <tile id="78">
  <image width="64" height="42" source="street/name-board-brick-winter.png"/>
 </tile>
 <tile id="79">
  <image width="64" height="42" source="street/name-board-slate-winter.png"/>
 </tile>
 <tile id="80">
  <image width="64" height="42" source="street/name-board-gold-winter.png"/>
 </tile>
 <tile id="81">
  <image width="64" height="42" source="street/name-board-orange-winter.png"/>
 </tile>
 <tile id="82">
  <image width="64" height="42" source="street/name-board-leaf-winter.png"/>
 </tile>
 <tile id="83">
  <image width="64" height="42" source="street/name-board-mustard-winter.png"/>
 </tile>
 <tile id="84">
  <image width="64" height="42" source="street/name-board-plum-winter.png"/>
 </tile>
 <tile id="85">
  <image width="64" height="42" source="street/name-board-teal-winter.png"/>
 </tile>
 <tile id="86">
  <image width="64" height="42" source="street/name-board-wine-winter.png"/>
 </tile>
 <tile id="87">
  <image width="64" height="42" source="street/name-board-rose-winter.png"/>
 </tile>
 <tile id="88">
  <image width="64" height="42" source="street/name-board-olive-winter.png"/>
 </tile>
 <tile id="89">
  <image width="64" height="36" source="street/bicycles-1-winter.png"/>
 </tile>
 <tile id="90">
  <image width="64" height="36" source="street/bicycles-2-winter.png"/>
 </tile>
 <tile id="91">
  <image width="64" height="36" source="street/bicycles-3-winter.png"/>
 </tile>
 <tile id="92">
  <image width="64" height="36" source="street/bicycles-4-winter.png"/>
 </tile>
 <tile id="93">
  <image width="64" height="36" source="street/bicycles-5-winter.png"/>
 </tile>
 <tile id="94">
  <image width="64" height="36" source="street/bicycles-6-winter.png"/>
 </tile>
 <tile id="95">
  <image width="64" height="36" source="street/bicycles-7-winter.png"/>
 </tile>
 <tile id="96">
  <image width="96" height="70" source="street/parasol-red-winter.png"/>
 </tile>
 <tile id="97">
  <image width="96" height="70" source="street/parasol-green-winter.png"/>
 </tile>
 <tile id="98">
  <image width="96" height="70" source="street/parasol-mustard-winter.png"/>
 </tile>
 <tile id="99">
  <image width="96" height="70" source="street/parasol-blue-winter.png"/>
 </tile>
 <tile id="100">
  <image width="96" height="70" source="street/parasol-teal-winter.png"/>
 </tile>
 <tile id="101">
  <image width="32" height="42" source="street/railing-1-winter.png"/>
 </tile>
 <tile id="102">
  <image width="64" height="42" source="street/railing-2-winter.png"/>
 </tile>
 <tile id="103">
  <image width="96" height="42" source="street/railing-3-winter.png"/>
 </tile>
 <tile id="104">
  <image width="128" height="42" source="street/railing-4-winter.png"/>
 </tile>
 <tile id="105">
  <image width="64" height="96" source="street/jetty-2x3-winter.png"/>
 </tile>
 <tile id="106">
  <image width="64" height="128" source="street/jetty-2x4-winter.png"/>
 </tile>
 <tile id="107">
  <image width="64" height="160" source="street/jetty-2x5-winter.png"/>
 </tile>
 <tile id="108">
  <image width="64" height="192" source="street/jetty-2x6-winter.png"/>
 </tile>
 <tile id="109">
  <image width="96" height="64" source="street/jetty-3x2-winter.png"/>
 </tile>
 <tile id="110">
  <image width="128" height="168" source="street/fountain-winter.png"/>
 </tile>
</tileset>
