<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="nature" tilewidth="160" tileheight="328" tilecount="114" columns="0" objectalignment="bottomleft">
 <grid orientation="orthogonal" width="1" height="1"/>
 <tile id="0">
  <properties>
   <property name="autumn" type="int" value="2"/>
   <property name="spring" type="int" value="1"/>
   <property name="winter" type="int" value="3"/>
  </properties>
  <image width="32" height="38" source="nature/bush-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="1">
  <image width="32" height="38" source="nature/bush-1-spring.png"/>
 </tile>
 <tile id="2">
  <image width="32" height="38" source="nature/bush-1-autumn.png"/>
 </tile>
 <tile id="3">
  <image width="32" height="38" source="nature/bush-1-winter.png"/>
 </tile>
 <tile id="4">
  <properties>
   <property name="autumn" type="int" value="6"/>
   <property name="spring" type="int" value="5"/>
   <property name="winter" type="int" value="7"/>
  </properties>
  <image width="32" height="38" source="nature/fern-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="5">
  <image width="32" height="38" source="nature/fern-2-spring.png"/>
 </tile>
 <tile id="6">
  <image width="32" height="38" source="nature/fern-2-autumn.png"/>
 </tile>
 <tile id="7">
  <image width="32" height="38" source="nature/fern-2-winter.png"/>
 </tile>
 <tile id="8">
  <properties>
   <property name="autumn" type="int" value="10"/>
   <property name="spring" type="int" value="9"/>
   <property name="winter" type="int" value="11"/>
  </properties>
  <image width="32" height="38" source="nature/bush-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="9">
  <image width="32" height="38" source="nature/bush-3-spring.png"/>
 </tile>
 <tile id="10">
  <image width="32" height="38" source="nature/bush-3-autumn.png"/>
 </tile>
 <tile id="11">
  <image width="32" height="38" source="nature/bush-3-winter.png"/>
 </tile>
 <tile id="12">
  <properties>
   <property name="autumn" type="int" value="14"/>
   <property name="spring" type="int" value="13"/>
   <property name="winter" type="int" value="15"/>
  </properties>
  <image width="32" height="38" source="nature/bush-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="13">
  <image width="32" height="38" source="nature/bush-4-spring.png"/>
 </tile>
 <tile id="14">
  <image width="32" height="38" source="nature/bush-4-autumn.png"/>
 </tile>
 <tile id="15">
  <image width="32" height="38" source="nature/bush-4-winter.png"/>
 </tile>
 <tile id="16">
  <properties>
   <property name="autumn" type="int" value="18"/>
   <property name="spring" type="int" value="17"/>
   <property name="winter" type="int" value="19"/>
  </properties>
  <image width="32" height="38" source="nature/bush-5.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="17">
  <image width="32" height="38" source="nature/bush-5-spring.png"/>
 </tile>
 <tile id="18">
  <image width="32" height="38" source="nature/bush-5-autumn.png"/>
 </tile>
 <tile id="19">
  <image width="32" height="38" source="nature/bush-5-winter.png"/>
 </tile>
 <tile id="20">
  <properties>
   <property name="autumn" type="int" value="22"/>
   <property name="spring" type="int" value="21"/>
   <property name="winter" type="int" value="23"/>
  </properties>
  <image width="32" height="38" source="nature/bush-6.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="21">
  <image width="32" height="38" source="nature/bush-6-spring.png"/>
 </tile>
 <tile id="22">
  <image width="32" height="38" source="nature/bush-6-autumn.png"/>
 </tile>
 <tile id="23">
  <image width="32" height="38" source="nature/bush-6-winter.png"/>
 </tile>
 <tile id="24">
  <properties>
   <property name="autumn" type="int" value="26"/>
   <property name="spring" type="int" value="25"/>
   <property name="winter" type="int" value="27"/>
  </properties>
  <image width="32" height="38" source="nature/fern-7.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="25">
  <image width="32" height="38" source="nature/fern-7-spring.png"/>
 </tile>
 <tile id="26">
  <image width="32" height="38" source="nature/fern-7-autumn.png"/>
 </tile>
 <tile id="27">
  <image width="32" height="38" source="nature/fern-7-winter.png"/>
 </tile>
 <tile id="28">
  <properties>
   <property name="autumn" type="int" value="30"/>
   <property name="spring" type="int" value="29"/>
   <property name="winter" type="int" value="31"/>
  </properties>
  <image width="32" height="38" source="nature/bush-8.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="29">
  <image width="32" height="38" source="nature/bush-8-spring.png"/>
 </tile>
 <tile id="30">
  <image width="32" height="38" source="nature/bush-8-autumn.png"/>
 </tile>
 <tile id="31">
  <image width="32" height="38" source="nature/bush-8-winter.png"/>
 </tile>
 <tile id="32">
  <properties>
   <property name="autumn" type="int" value="34"/>
   <property name="spring" type="int" value="33"/>
   <property name="winter" type="int" value="35"/>
  </properties>
  <image width="32" height="38" source="nature/bush-9.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="33">
  <image width="32" height="38" source="nature/bush-9-spring.png"/>
 </tile>
 <tile id="34">
  <image width="32" height="38" source="nature/bush-9-autumn.png"/>
 </tile>
 <tile id="35">
  <image width="32" height="38" source="nature/bush-9-winter.png"/>
 </tile>
 <tile id="36">
  <properties>
   <property name="autumn" type="int" value="38"/>
   <property name="spring" type="int" value="37"/>
   <property name="winter" type="int" value="39"/>
  </properties>
  <image width="32" height="38" source="nature/bush-10.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="37">
  <image width="32" height="38" source="nature/bush-10-spring.png"/>
 </tile>
 <tile id="38">
  <image width="32" height="38" source="nature/bush-10-autumn.png"/>
 </tile>
 <tile id="39">
  <image width="32" height="38" source="nature/bush-10-winter.png"/>
 </tile>
 <tile id="40">
  <properties>
   <property name="autumn" type="int" value="42"/>
   <property name="spring" type="int" value="41"/>
   <property name="winter" type="int" value="43"/>
  </properties>
  <image width="32" height="38" source="nature/bush-11.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="41">
  <image width="32" height="38" source="nature/bush-11-spring.png"/>
 </tile>
 <tile id="42">
  <image width="32" height="38" source="nature/bush-11-autumn.png"/>
 </tile>
 <tile id="43">
  <image width="32" height="38" source="nature/bush-11-winter.png"/>
 </tile>
 <tile id="44">
  <properties>
   <property name="autumn" type="int" value="46"/>
   <property name="spring" type="int" value="45"/>
   <property name="winter" type="int" value="47"/>
  </properties>
  <image width="32" height="38" source="nature/fern-12.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="45">
  <image width="32" height="38" source="nature/fern-12-spring.png"/>
 </tile>
 <tile id="46">
  <image width="32" height="38" source="nature/fern-12-autumn.png"/>
 </tile>
 <tile id="47">
  <image width="32" height="38" source="nature/fern-12-winter.png"/>
 </tile>
 <tile id="48">
  <properties>
   <property name="winter" type="int" value="49"/>
  </properties>
  <image width="32" height="40" source="nature/hedge-1x1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="49">
  <image width="32" height="40" source="nature/hedge-1x1-winter.png"/>
 </tile>
 <tile id="50">
  <properties>
   <property name="winter" type="int" value="51"/>
  </properties>
  <image width="64" height="40" source="nature/hedge-2x1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="51">
  <image width="64" height="40" source="nature/hedge-2x1-winter.png"/>
 </tile>
 <tile id="52">
  <properties>
   <property name="winter" type="int" value="53"/>
  </properties>
  <image width="96" height="40" source="nature/hedge-3x1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="53">
  <image width="96" height="40" source="nature/hedge-3x1-winter.png"/>
 </tile>
 <tile id="54">
  <properties>
   <property name="winter" type="int" value="55"/>
  </properties>
  <image width="128" height="40" source="nature/hedge-4x1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="128" height="32"/>
  </objectgroup>
 </tile>
 <tile id="55">
  <image width="128" height="40" source="nature/hedge-4x1-winter.png"/>
 </tile>
 <tile id="56">
  <properties>
   <property name="winter" type="int" value="57"/>
  </properties>
  <image width="160" height="40" source="nature/hedge-5x1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="160" height="32"/>
  </objectgroup>
 </tile>
 <tile id="57">
  <image width="160" height="40" source="nature/hedge-5x1-winter.png"/>
 </tile>
 <tile id="58">
  <properties>
   <property name="winter" type="int" value="59"/>
  </properties>
  <image width="32" height="72" source="nature/hedge-1x2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="59">
  <image width="32" height="72" source="nature/hedge-1x2-winter.png"/>
 </tile>
 <tile id="60">
  <properties>
   <property name="winter" type="int" value="61"/>
  </properties>
  <image width="32" height="104" source="nature/hedge-1x3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="96"/>
  </objectgroup>
 </tile>
 <tile id="61">
  <image width="32" height="104" source="nature/hedge-1x3-winter.png"/>
 </tile>
 <tile id="62">
  <properties>
   <property name="winter" type="int" value="63"/>
  </properties>
  <image width="32" height="136" source="nature/hedge-1x4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="128"/>
  </objectgroup>
 </tile>
 <tile id="63">
  <image width="32" height="136" source="nature/hedge-1x4-winter.png"/>
 </tile>
 <tile id="64">
  <properties>
   <property name="winter" type="int" value="65"/>
  </properties>
  <image width="32" height="168" source="nature/hedge-1x5.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="160"/>
  </objectgroup>
 </tile>
 <tile id="65">
  <image width="32" height="168" source="nature/hedge-1x5-winter.png"/>
 </tile>
 <tile id="66">
  <properties>
   <property name="winter" type="int" value="67"/>
  </properties>
  <image width="32" height="200" source="nature/hedge-1x6.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="192"/>
  </objectgroup>
 </tile>
 <tile id="67">
  <image width="32" height="200" source="nature/hedge-1x6-winter.png"/>
 </tile>
 <tile id="68">
  <properties>
   <property name="winter" type="int" value="69"/>
  </properties>
  <image width="32" height="232" source="nature/hedge-1x7.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="224"/>
  </objectgroup>
 </tile>
 <tile id="69">
  <image width="32" height="232" source="nature/hedge-1x7-winter.png"/>
 </tile>
 <tile id="70">
  <properties>
   <property name="winter" type="int" value="71"/>
  </properties>
  <image width="32" height="264" source="nature/hedge-1x8.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="256"/>
  </objectgroup>
 </tile>
 <tile id="71">
  <image width="32" height="264" source="nature/hedge-1x8-winter.png"/>
 </tile>
 <tile id="72">
  <properties>
   <property name="winter" type="int" value="73"/>
  </properties>
  <image width="32" height="296" source="nature/hedge-1x9.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="288"/>
  </objectgroup>
 </tile>
 <tile id="73">
  <image width="32" height="296" source="nature/hedge-1x9-winter.png"/>
 </tile>
 <tile id="74">
  <properties>
   <property name="winter" type="int" value="75"/>
  </properties>
  <image width="32" height="328" source="nature/hedge-1x10.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="320"/>
  </objectgroup>
 </tile>
 <tile id="75">
  <image width="32" height="328" source="nature/hedge-1x10-winter.png"/>
 </tile>
 <tile id="76">
  <properties>
   <property name="winter" type="int" value="77"/>
  </properties>
  <image width="32" height="32" source="nature/boulder-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="77">
  <image width="32" height="32" source="nature/boulder-1-winter.png"/>
 </tile>
 <tile id="78">
  <properties>
   <property name="winter" type="int" value="79"/>
  </properties>
  <image width="32" height="32" source="nature/boulder-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="79">
  <image width="32" height="32" source="nature/boulder-2-winter.png"/>
 </tile>
 <tile id="80">
  <properties>
   <property name="winter" type="int" value="81"/>
  </properties>
  <image width="32" height="32" source="nature/boulder-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="81">
  <image width="32" height="32" source="nature/boulder-3-winter.png"/>
 </tile>
 <tile id="82">
  <properties>
   <property name="winter" type="int" value="83"/>
  </properties>
  <image width="32" height="32" source="nature/boulder-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="83">
  <image width="32" height="32" source="nature/boulder-4-winter.png"/>
 </tile>
 <tile id="84">
  <properties>
   <property name="winter" type="int" value="113"/>
  </properties>
  <image width="32" height="32" source="nature/fallen-leaves-1.png"/>
 </tile>
 <tile id="85">
  <properties>
   <property name="winter" type="int" value="113"/>
  </properties>
  <image width="32" height="32" source="nature/fallen-leaves-2.png"/>
 </tile>
 <tile id="86">
  <properties>
   <property name="winter" type="int" value="113"/>
  </properties>
  <image width="32" height="32" source="nature/fallen-leaves-3.png"/>
 </tile>
 <tile id="87">
  <properties>
   <property name="winter" type="int" value="113"/>
  </properties>
  <image width="32" height="32" source="nature/fallen-leaves-4.png"/>
 </tile>
 <tile id="88">
  <properties>
   <property name="winter" type="int" value="113"/>
  </properties>
  <image width="32" height="32" source="nature/fallen-leaves-5.png"/>
 </tile>
 <tile id="89">
  <properties>
   <property name="winter" type="int" value="113"/>
  </properties>
  <image width="32" height="32" source="nature/lilies-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="90">
  <properties>
   <property name="winter" type="int" value="113"/>
  </properties>
  <image width="32" height="32" source="nature/lilies-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="91">
  <properties>
   <property name="winter" type="int" value="113"/>
  </properties>
  <image width="32" height="32" source="nature/lilies-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="92">
  <properties>
   <property name="winter" type="int" value="113"/>
  </properties>
  <image width="32" height="32" source="nature/lilies-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="93">
  <properties>
   <property name="winter" type="int" value="113"/>
  </properties>
  <image width="32" height="32" source="nature/lilies-5.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="94">
  <properties>
   <property name="winter" type="int" value="113"/>
  </properties>
  <image width="32" height="32" source="nature/lilies-6.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="95">
  <properties>
   <property name="autumn" type="int" value="96"/>
   <property name="winter" type="int" value="97"/>
  </properties>
  <image width="32" height="46" source="nature/reeds-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="14" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="96">
  <image width="32" height="46" source="nature/reeds-1-autumn.png"/>
 </tile>
 <tile id="97">
  <image width="32" height="46" source="nature/reeds-1-winter.png"/>
 </tile>
 <tile id="98">
  <properties>
   <property name="autumn" type="int" value="99"/>
   <property name="winter" type="int" value="100"/>
  </properties>
  <image width="32" height="46" source="nature/reeds-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="14" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="99">
  <image width="32" height="46" source="nature/reeds-2-autumn.png"/>
 </tile>
 <tile id="100">
  <image width="32" height="46" source="nature/reeds-2-winter.png"/>
 </tile>
 <tile id="101">
  <properties>
   <property name="autumn" type="int" value="102"/>
   <property name="winter" type="int" value="103"/>
  </properties>
  <image width="32" height="46" source="nature/reeds-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="14" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="102">
  <image width="32" height="46" source="nature/reeds-3-autumn.png"/>
 </tile>
 <tile id="103">
  <image width="32" height="46" source="nature/reeds-3-winter.png"/>
 </tile>
 <tile id="104">
  <properties>
   <property name="autumn" type="int" value="105"/>
   <property name="winter" type="int" value="106"/>
  </properties>
  <image width="32" height="46" source="nature/reeds-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="14" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="105">
  <image width="32" height="46" source="nature/reeds-4-autumn.png"/>
 </tile>
 <tile id="106">
  <image width="32" height="46" source="nature/reeds-4-winter.png"/>
 </tile>
 <tile id="107">
  <properties>
   <property name="autumn" type="int" value="108"/>
   <property name="winter" type="int" value="109"/>
  </properties>
  <image width="32" height="46" source="nature/reeds-5.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="14" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="108">
  <image width="32" height="46" source="nature/reeds-5-autumn.png"/>
 </tile>
 <tile id="109">
  <image width="32" height="46" source="nature/reeds-5-winter.png"/>
 </tile>
 <tile id="110">
  <properties>
   <property name="autumn" type="int" value="111"/>
   <property name="winter" type="int" value="112"/>
  </properties>
  <image width="32" height="46" source="nature/reeds-6.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="14" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="111">
  <image width="32" height="46" source="nature/reeds-6-autumn.png"/>
 </tile>
 <tile id="112">
  <image width="32" height="46" source="nature/reeds-6-winter.png"/>
 </tile>
 <tile id="113">
  <image width="32" height="32" source="nature/bare-winter.png"/>
 </tile>
</tileset>
