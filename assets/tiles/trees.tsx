<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="trees" tilewidth="112" tileheight="140" tilecount="102" columns="0" objectalignment="bottomleft">
 <grid orientation="orthogonal" width="1" height="1"/>
 <tile id="0">
  <properties>
   <property name="autumn" type="int" value="2"/>
   <property name="depth" type="int" value="-32"/>
   <property name="spring" type="int" value="1"/>
   <property name="winter" type="int" value="3"/>
  </properties>
  <image width="112" height="130" source="trees/oak-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="32" y="66" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="1">
  <image width="112" height="130" source="trees/oak-1-spring.png"/>
 </tile>
 <tile id="2">
  <image width="112" height="130" source="trees/oak-1-autumn.png"/>
 </tile>
 <tile id="3">
  <image width="112" height="130" source="trees/oak-1-winter.png"/>
 </tile>
 <tile id="4">
  <properties>
   <property name="autumn" type="int" value="6"/>
   <property name="depth" type="int" value="-32"/>
   <property name="spring" type="int" value="5"/>
   <property name="winter" type="int" value="7"/>
  </properties>
  <image width="112" height="130" source="trees/oak-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="32" y="66" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="5">
  <image width="112" height="130" source="trees/oak-2-spring.png"/>
 </tile>
 <tile id="6">
  <image width="112" height="130" source="trees/oak-2-autumn.png"/>
 </tile>
 <tile id="7">
  <image width="112" height="130" source="trees/oak-2-winter.png"/>
 </tile>
 <tile id="8">
  <properties>
   <property name="autumn" type="int" value="10"/>
   <property name="depth" type="int" value="-32"/>
   <property name="spring" type="int" value="9"/>
   <property name="winter" type="int" value="11"/>
  </properties>
  <image width="112" height="130" source="trees/oak-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="32" y="66" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="9">
  <image width="112" height="130" source="trees/oak-3-spring.png"/>
 </tile>
 <tile id="10">
  <image width="112" height="130" source="trees/oak-3-autumn.png"/>
 </tile>
 <tile id="11">
  <image width="112" height="130" source="trees/oak-3-winter.png"/>
 </tile>
 <tile id="12">
  <properties>
   <property name="autumn" type="int" value="14"/>
   <property name="depth" type="int" value="-32"/>
   <property name="spring" type="int" value="13"/>
   <property name="winter" type="int" value="15"/>
  </properties>
  <image width="112" height="140" source="trees/lime-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="32" y="76" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="13">
  <image width="112" height="140" source="trees/lime-1-spring.png"/>
 </tile>
 <tile id="14">
  <image width="112" height="140" source="trees/lime-1-autumn.png"/>
 </tile>
 <tile id="15">
  <image width="112" height="140" source="trees/lime-1-winter.png"/>
 </tile>
 <tile id="16">
  <properties>
   <property name="autumn" type="int" value="18"/>
   <property name="depth" type="int" value="-32"/>
   <property name="spring" type="int" value="17"/>
   <property name="winter" type="int" value="19"/>
  </properties>
  <image width="112" height="140" source="trees/lime-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="32" y="76" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="17">
  <image width="112" height="140" source="trees/lime-2-spring.png"/>
 </tile>
 <tile id="18">
  <image width="112" height="140" source="trees/lime-2-autumn.png"/>
 </tile>
 <tile id="19">
  <image width="112" height="140" source="trees/lime-2-winter.png"/>
 </tile>
 <tile id="20">
  <properties>
   <property name="autumn" type="int" value="22"/>
   <property name="depth" type="int" value="-32"/>
   <property name="spring" type="int" value="21"/>
   <property name="winter" type="int" value="23"/>
  </properties>
  <image width="112" height="140" source="trees/lime-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="32" y="76" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="21">
  <image width="112" height="140" source="trees/lime-3-spring.png"/>
 </tile>
 <tile id="22">
  <image width="112" height="140" source="trees/lime-3-autumn.png"/>
 </tile>
 <tile id="23">
  <image width="112" height="140" source="trees/lime-3-winter.png"/>
 </tile>
 <tile id="24">
  <properties>
   <property name="autumn" type="int" value="26"/>
   <property name="depth" type="int" value="-32"/>
   <property name="spring" type="int" value="25"/>
   <property name="winter" type="int" value="27"/>
  </properties>
  <image width="112" height="132" source="trees/birch-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="32" y="68" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="25">
  <image width="112" height="132" source="trees/birch-1-spring.png"/>
 </tile>
 <tile id="26">
  <image width="112" height="132" source="trees/birch-1-autumn.png"/>
 </tile>
 <tile id="27">
  <image width="112" height="132" source="trees/birch-1-winter.png"/>
 </tile>
 <tile id="28">
  <properties>
   <property name="autumn" type="int" value="30"/>
   <property name="depth" type="int" value="-32"/>
   <property name="spring" type="int" value="29"/>
   <property name="winter" type="int" value="31"/>
  </properties>
  <image width="112" height="132" source="trees/birch-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="32" y="68" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="29">
  <image width="112" height="132" source="trees/birch-2-spring.png"/>
 </tile>
 <tile id="30">
  <image width="112" height="132" source="trees/birch-2-autumn.png"/>
 </tile>
 <tile id="31">
  <image width="112" height="132" source="trees/birch-2-winter.png"/>
 </tile>
 <tile id="32">
  <properties>
   <property name="autumn" type="int" value="34"/>
   <property name="depth" type="int" value="-32"/>
   <property name="spring" type="int" value="33"/>
   <property name="winter" type="int" value="35"/>
  </properties>
  <image width="112" height="132" source="trees/birch-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="32" y="68" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="33">
  <image width="112" height="132" source="trees/birch-3-spring.png"/>
 </tile>
 <tile id="34">
  <image width="112" height="132" source="trees/birch-3-autumn.png"/>
 </tile>
 <tile id="35">
  <image width="112" height="132" source="trees/birch-3-winter.png"/>
 </tile>
 <tile id="36">
  <properties>
   <property name="depth" type="int" value="-32"/>
   <property name="winter" type="int" value="37"/>
  </properties>
  <image width="112" height="138" source="trees/pine-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="32" y="74" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="37">
  <image width="112" height="138" source="trees/pine-1-winter.png"/>
 </tile>
 <tile id="38">
  <properties>
   <property name="depth" type="int" value="-32"/>
   <property name="winter" type="int" value="39"/>
  </properties>
  <image width="112" height="138" source="trees/pine-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="32" y="74" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="39">
  <image width="112" height="138" source="trees/pine-2-winter.png"/>
 </tile>
 <tile id="40">
  <properties>
   <property name="depth" type="int" value="-32"/>
   <property name="winter" type="int" value="41"/>
  </properties>
  <image width="112" height="138" source="trees/pine-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="32" y="74" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="41">
  <image width="112" height="138" source="trees/pine-3-winter.png"/>
 </tile>
 <tile id="42">
  <properties>
   <property name="autumn" type="int" value="44"/>
   <property name="depth" type="int" value="-32"/>
   <property name="spring" type="int" value="43"/>
   <property name="winter" type="int" value="45"/>
  </properties>
  <image width="112" height="118" source="trees/cherry-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="32" y="54" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="43">
  <image width="112" height="118" source="trees/cherry-1-spring.png"/>
 </tile>
 <tile id="44">
  <image width="112" height="118" source="trees/cherry-1-autumn.png"/>
 </tile>
 <tile id="45">
  <image width="112" height="118" source="trees/cherry-1-winter.png"/>
 </tile>
 <tile id="46">
  <properties>
   <property name="autumn" type="int" value="48"/>
   <property name="depth" type="int" value="-32"/>
   <property name="spring" type="int" value="47"/>
   <property name="winter" type="int" value="49"/>
  </properties>
  <image width="112" height="118" source="trees/cherry-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="32" y="54" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="47">
  <image width="112" height="118" source="trees/cherry-2-spring.png"/>
 </tile>
 <tile id="48">
  <image width="112" height="118" source="trees/cherry-2-autumn.png"/>
 </tile>
 <tile id="49">
  <image width="112" height="118" source="trees/cherry-2-winter.png"/>
 </tile>
 <tile id="50">
  <properties>
   <property name="autumn" type="int" value="52"/>
   <property name="depth" type="int" value="-32"/>
   <property name="spring" type="int" value="51"/>
   <property name="winter" type="int" value="53"/>
  </properties>
  <image width="112" height="118" source="trees/cherry-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="32" y="54" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="51">
  <image width="112" height="118" source="trees/cherry-3-spring.png"/>
 </tile>
 <tile id="52">
  <image width="112" height="118" source="trees/cherry-3-autumn.png"/>
 </tile>
 <tile id="53">
  <image width="112" height="118" source="trees/cherry-3-winter.png"/>
 </tile>
 <tile id="54">
  <properties>
   <property name="autumn" type="int" value="56"/>
   <property name="depth" type="int" value="-32"/>
   <property name="spring" type="int" value="55"/>
   <property name="winter" type="int" value="57"/>
  </properties>
  <image width="112" height="110" source="trees/apple-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="32" y="46" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="55">
  <image width="112" height="110" source="trees/apple-1-spring.png"/>
 </tile>
 <tile id="56">
  <image width="112" height="110" source="trees/apple-1-autumn.png"/>
 </tile>
 <tile id="57">
  <image width="112" height="110" source="trees/apple-1-winter.png"/>
 </tile>
 <tile id="58">
  <properties>
   <property name="autumn" type="int" value="60"/>
   <property name="depth" type="int" value="-32"/>
   <property name="spring" type="int" value="59"/>
   <property name="winter" type="int" value="61"/>
  </properties>
  <image width="112" height="110" source="trees/apple-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="32" y="46" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="59">
  <image width="112" height="110" source="trees/apple-2-spring.png"/>
 </tile>
 <tile id="60">
  <image width="112" height="110" source="trees/apple-2-autumn.png"/>
 </tile>
 <tile id="61">
  <image width="112" height="110" source="trees/apple-2-winter.png"/>
 </tile>
 <tile id="62">
  <properties>
   <property name="autumn" type="int" value="64"/>
   <property name="depth" type="int" value="-32"/>
   <property name="spring" type="int" value="63"/>
   <property name="winter" type="int" value="65"/>
  </properties>
  <image width="112" height="110" source="trees/apple-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="32" y="46" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="63">
  <image width="112" height="110" source="trees/apple-3-spring.png"/>
 </tile>
 <tile id="64">
  <image width="112" height="110" source="trees/apple-3-autumn.png"/>
 </tile>
 <tile id="65">
  <image width="112" height="110" source="trees/apple-3-winter.png"/>
 </tile>
 <tile id="66">
  <properties>
   <property name="autumn" type="int" value="68"/>
   <property name="depth" type="int" value="-32"/>
   <property name="spring" type="int" value="67"/>
   <property name="winter" type="int" value="69"/>
  </properties>
  <image width="112" height="126" source="trees/maple-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="32" y="62" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="67">
  <image width="112" height="126" source="trees/maple-1-spring.png"/>
 </tile>
 <tile id="68">
  <image width="112" height="126" source="trees/maple-1-autumn.png"/>
 </tile>
 <tile id="69">
  <image width="112" height="126" source="trees/maple-1-winter.png"/>
 </tile>
 <tile id="70">
  <properties>
   <property name="autumn" type="int" value="72"/>
   <property name="depth" type="int" value="-32"/>
   <property name="spring" type="int" value="71"/>
   <property name="winter" type="int" value="73"/>
  </properties>
  <image width="112" height="126" source="trees/maple-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="32" y="62" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="71">
  <image width="112" height="126" source="trees/maple-2-spring.png"/>
 </tile>
 <tile id="72">
  <image width="112" height="126" source="trees/maple-2-autumn.png"/>
 </tile>
 <tile id="73">
  <image width="112" height="126" source="trees/maple-2-winter.png"/>
 </tile>
 <tile id="74">
  <properties>
   <property name="autumn" type="int" value="76"/>
   <property name="depth" type="int" value="-32"/>
   <property name="spring" type="int" value="75"/>
   <property name="winter" type="int" value="77"/>
  </properties>
  <image width="112" height="126" source="trees/maple-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="32" y="62" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="75">
  <image width="112" height="126" source="trees/maple-3-spring.png"/>
 </tile>
 <tile id="76">
  <image width="112" height="126" source="trees/maple-3-autumn.png"/>
 </tile>
 <tile id="77">
  <image width="112" height="126" source="trees/maple-3-winter.png"/>
 </tile>
 <tile id="78">
  <properties>
   <property name="autumn" type="int" value="80"/>
   <property name="depth" type="int" value="-32"/>
   <property name="spring" type="int" value="79"/>
   <property name="winter" type="int" value="81"/>
  </properties>
  <image width="112" height="124" source="trees/fig-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="32" y="60" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="79">
  <image width="112" height="124" source="trees/fig-1-spring.png"/>
 </tile>
 <tile id="80">
  <image width="112" height="124" source="trees/fig-1-autumn.png"/>
 </tile>
 <tile id="81">
  <image width="112" height="124" source="trees/fig-1-winter.png"/>
 </tile>
 <tile id="82">
  <properties>
   <property name="autumn" type="int" value="84"/>
   <property name="depth" type="int" value="-32"/>
   <property name="spring" type="int" value="83"/>
   <property name="winter" type="int" value="85"/>
  </properties>
  <image width="112" height="124" source="trees/fig-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="32" y="60" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="83">
  <image width="112" height="124" source="trees/fig-2-spring.png"/>
 </tile>
 <tile id="84">
  <image width="112" height="124" source="trees/fig-2-autumn.png"/>
 </tile>
 <tile id="85">
  <image width="112" height="124" source="trees/fig-2-winter.png"/>
 </tile>
 <tile id="86">
  <properties>
   <property name="autumn" type="int" value="88"/>
   <property name="depth" type="int" value="-32"/>
   <property name="spring" type="int" value="87"/>
   <property name="winter" type="int" value="89"/>
  </properties>
  <image width="112" height="124" source="trees/fig-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="32" y="60" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="87">
  <image width="112" height="124" source="trees/fig-3-spring.png"/>
 </tile>
 <tile id="88">
  <image width="112" height="124" source="trees/fig-3-autumn.png"/>
 </tile>
 <tile id="89">
  <image width="112" height="124" source="trees/fig-3-winter.png"/>
 </tile>
 <tile id="90">
  <properties>
   <property name="autumn" type="int" value="92"/>
   <property name="depth" type="int" value="-32"/>
   <property name="spring" type="int" value="91"/>
   <property name="winter" type="int" value="93"/>
  </properties>
  <image width="112" height="134" source="trees/willow-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="32" y="70" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="91">
  <image width="112" height="134" source="trees/willow-1-spring.png"/>
 </tile>
 <tile id="92">
  <image width="112" height="134" source="trees/willow-1-autumn.png"/>
 </tile>
 <tile id="93">
  <image width="112" height="134" source="trees/willow-1-winter.png"/>
 </tile>
 <tile id="94">
  <properties>
   <property name="autumn" type="int" value="96"/>
   <property name="depth" type="int" value="-32"/>
   <property name="spring" type="int" value="95"/>
   <property name="winter" type="int" value="97"/>
  </properties>
  <image width="112" height="134" source="trees/willow-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="32" y="70" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="95">
  <image width="112" height="134" source="trees/willow-2-spring.png"/>
 </tile>
 <tile id="96">
  <image width="112" height="134" source="trees/willow-2-autumn.png"/>
 </tile>
 <tile id="97">
  <image width="112" height="134" source="trees/willow-2-winter.png"/>
 </tile>
 <tile id="98">
  <properties>
   <property name="autumn" type="int" value="100"/>
   <property name="depth" type="int" value="-32"/>
   <property name="spring" type="int" value="99"/>
   <property name="winter" type="int" value="101"/>
  </properties>
  <image width="112" height="134" source="trees/willow-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="32" y="70" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="99">
  <image width="112" height="134" source="trees/willow-3-spring.png"/>
 </tile>
 <tile id="100">
  <image width="112" height="134" source="trees/willow-3-autumn.png"/>
 </tile>
 <tile id="101">
  <image width="112" height="134" source="trees/willow-3-winter.png"/>
 </tile>
</tileset>
