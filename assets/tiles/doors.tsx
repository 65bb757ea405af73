<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="doors" tilewidth="128" tileheight="64" tilecount="112" columns="0" objectalignment="bottomleft">
 <grid orientation="orthogonal" width="1" height="1"/>
 <tile id="0" type="door">
  <properties>
   <property name="open" type="int" value="1"/>
  </properties>
  <image width="32" height="64" source="doors/door-green.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="1" type="door">
  <image width="32" height="64" source="doors/door-green-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="2" type="door">
  <properties>
   <property name="open" type="int" value="3"/>
  </properties>
  <image width="32" height="64" source="doors/front-door-green.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="3" type="door">
  <image width="32" height="64" source="doors/front-door-green-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="4" type="door">
  <properties>
   <property name="open" type="int" value="5"/>
  </properties>
  <image width="64" height="64" source="doors/door-green-wide.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="5" type="door">
  <image width="64" height="64" source="doors/door-green-wide-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="6" type="door">
  <properties>
   <property name="open" type="int" value="7"/>
  </properties>
  <image width="128" height="64" source="doors/front-door-green-wide.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="32" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="7" type="door">
  <image width="128" height="64" source="doors/front-door-green-wide-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="32" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="8" type="door">
  <properties>
   <property name="open" type="int" value="9"/>
  </properties>
  <image width="32" height="64" source="doors/door-blue.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="9" type="door">
  <image width="32" height="64" source="doors/door-blue-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="10" type="door">
  <properties>
   <property name="open" type="int" value="11"/>
  </properties>
  <image width="32" height="64" source="doors/front-door-blue.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="11" type="door">
  <image width="32" height="64" source="doors/front-door-blue-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="12" type="door">
  <properties>
   <property name="open" type="int" value="13"/>
  </properties>
  <image width="64" height="64" source="doors/door-blue-wide.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="13" type="door">
  <image width="64" height="64" source="doors/door-blue-wide-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="14" type="door">
  <properties>
   <property name="open" type="int" value="15"/>
  </properties>
  <image width="128" height="64" source="doors/front-door-blue-wide.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="32" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="15" type="door">
  <image width="128" height="64" source="doors/front-door-blue-wide-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="32" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="16" type="door">
  <properties>
   <property name="open" type="int" value="17"/>
  </properties>
  <image width="32" height="64" source="doors/door-violet.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="17" type="door">
  <image width="32" height="64" source="doors/door-violet-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="18" type="door">
  <properties>
   <property name="open" type="int" value="19"/>
  </properties>
  <image width="32" height="64" source="doors/front-door-violet.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="19" type="door">
  <image width="32" height="64" source="doors/front-door-violet-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="20" type="door">
  <properties>
   <property name="open" type="int" value="21"/>
  </properties>
  <image width="64" height="64" source="doors/door-violet-wide.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="21" type="door">
  <image width="64" height="64" source="doors/door-violet-wide-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="22" type="door">
  <properties>
   <property name="open" type="int" value="23"/>
  </properties>
  <image width="128" height="64" source="doors/front-door-violet-wide.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="32" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="23" type="door">
  <image width="128" height="64" source="doors/front-door-violet-wide-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="32" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="24" type="door">
  <properties>
   <property name="open" type="int" value="25"/>
  </properties>
  <image width="32" height="64" source="doors/door-brick.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="25" type="door">
  <image width="32" height="64" source="doors/door-brick-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="26" type="door">
  <properties>
   <property name="open" type="int" value="27"/>
  </properties>
  <image width="32" height="64" source="doors/front-door-brick.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="27" type="door">
  <image width="32" height="64" source="doors/front-door-brick-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="28" type="door">
  <properties>
   <property name="open" type="int" value="29"/>
  </properties>
  <image width="64" height="64" source="doors/door-brick-wide.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="29" type="door">
  <image width="64" height="64" source="doors/door-brick-wide-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="30" type="door">
  <properties>
   <property name="open" type="int" value="31"/>
  </properties>
  <image width="128" height="64" source="doors/front-door-brick-wide.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="32" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="31" type="door">
  <image width="128" height="64" source="doors/front-door-brick-wide-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="32" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="32" type="door">
  <properties>
   <property name="open" type="int" value="33"/>
  </properties>
  <image width="32" height="64" source="doors/door-slate.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="33" type="door">
  <image width="32" height="64" source="doors/door-slate-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="34" type="door">
  <properties>
   <property name="open" type="int" value="35"/>
  </properties>
  <image width="32" height="64" source="doors/front-door-slate.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="35" type="door">
  <image width="32" height="64" source="doors/front-door-slate-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="36" type="door">
  <properties>
   <property name="open" type="int" value="37"/>
  </properties>
  <image width="64" height="64" source="doors/door-slate-wide.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="37" type="door">
  <image width="64" height="64" source="doors/door-slate-wide-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="38" type="door">
  <properties>
   <property name="open" type="int" value="39"/>
  </properties>
  <image width="128" height="64" source="doors/front-door-slate-wide.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="32" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="39" type="door">
  <image width="128" height="64" source="doors/front-door-slate-wide-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="32" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="40" type="door">
  <properties>
   <property name="open" type="int" value="41"/>
  </properties>
  <image width="32" height="64" source="doors/door-gold.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="41" type="door">
  <image width="32" height="64" source="doors/door-gold-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="42" type="door">
  <properties>
   <property name="open" type="int" value="43"/>
  </properties>
  <image width="32" height="64" source="doors/front-door-gold.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="43" type="door">
  <image width="32" height="64" source="doors/front-door-gold-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="44" type="door">
  <properties>
   <property name="open" type="int" value="45"/>
  </properties>
  <image width="64" height="64" source="doors/door-gold-wide.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="45" type="door">
  <image width="64" height="64" source="doors/door-gold-wide-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="46" type="door">
  <properties>
   <property name="open" type="int" value="47"/>
  </properties>
  <image width="128" height="64" source="doors/front-door-gold-wide.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="32" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="47" type="door">
  <image width="128" height="64" source="doors/front-door-gold-wide-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="32" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="48" type="door">
  <properties>
   <property name="open" type="int" value="49"/>
  </properties>
  <image width="32" height="64" source="doors/door-orange.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="49" type="door">
  <image width="32" height="64" source="doors/door-orange-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="50" type="door">
  <properties>
   <property name="open" type="int" value="51"/>
  </properties>
  <image width="32" height="64" source="doors/front-door-orange.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="51" type="door">
  <image width="32" height="64" source="doors/front-door-orange-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="52" type="door">
  <properties>
   <property name="open" type="int" value="53"/>
  </properties>
  <image width="64" height="64" source="doors/door-orange-wide.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="53" type="door">
  <image width="64" height="64" source="doors/door-orange-wide-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="54" type="door">
  <properties>
   <property name="open" type="int" value="55"/>
  </properties>
  <image width="128" height="64" source="doors/front-door-orange-wide.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="32" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="55" type="door">
  <image width="128" height="64" source="doors/front-door-orange-wide-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="32" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="56" type="door">
  <properties>
   <property name="open" type="int" value="57"/>
  </properties>
  <image width="32" height="64" source="doors/door-leaf.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="57" type="door">
  <image width="32" height="64" source="doors/door-leaf-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="58" type="door">
  <properties>
   <property name="open" type="int" value="59"/>
  </properties>
  <image width="32" height="64" source="doors/front-door-leaf.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="59" type="door">
  <image width="32" height="64" source="doors/front-door-leaf-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="60" type="door">
  <properties>
   <property name="open" type="int" value="61"/>
  </properties>
  <image width="64" height="64" source="doors/door-leaf-wide.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="61" type="door">
  <image width="64" height="64" source="doors/door-leaf-wide-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="62" type="door">
  <properties>
   <property name="open" type="int" value="63"/>
  </properties>
  <image width="128" height="64" source="doors/front-door-leaf-wide.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="32" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="63" type="door">
  <image width="128" height="64" source="doors/front-door-leaf-wide-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="32" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="64" type="door">
  <properties>
   <property name="open" type="int" value="65"/>
  </properties>
  <image width="32" height="64" source="doors/door-mustard.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="65" type="door">
  <image width="32" height="64" source="doors/door-mustard-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="66" type="door">
  <properties>
   <property name="open" type="int" value="67"/>
  </properties>
  <image width="32" height="64" source="doors/front-door-mustard.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="67" type="door">
  <image width="32" height="64" source="doors/front-door-mustard-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="68" type="door">
  <properties>
   <property name="open" type="int" value="69"/>
  </properties>
  <image width="64" height="64" source="doors/door-mustard-wide.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="69" type="door">
  <image width="64" height="64" source="doors/door-mustard-wide-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="70" type="door">
  <properties>
   <property name="open" type="int" value="71"/>
  </properties>
  <image width="128" height="64" source="doors/front-door-mustard-wide.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="32" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="71" type="door">
  <image width="128" height="64" source="doors/front-door-mustard-wide-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="32" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="72" type="door">
  <properties>
   <property name="open" type="int" value="73"/>
  </properties>
  <image width="32" height="64" source="doors/door-plum.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="73" type="door">
  <image width="32" height="64" source="doors/door-plum-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="74" type="door">
  <properties>
   <property name="open" type="int" value="75"/>
  </properties>
  <image width="32" height="64" source="doors/front-door-plum.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="75" type="door">
  <image width="32" height="64" source="doors/front-door-plum-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="76" type="door">
  <properties>
   <property name="open" type="int" value="77"/>
  </properties>
  <image width="64" height="64" source="doors/door-plum-wide.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="77" type="door">
  <image width="64" height="64" source="doors/door-plum-wide-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="78" type="door">
  <properties>
   <property name="open" type="int" value="79"/>
  </properties>
  <image width="128" height="64" source="doors/front-door-plum-wide.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="32" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="79" type="door">
  <image width="128" height="64" source="doors/front-door-plum-wide-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="32" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="80" type="door">
  <properties>
   <property name="open" type="int" value="81"/>
  </properties>
  <image width="32" height="64" source="doors/door-teal.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="81" type="door">
  <image width="32" height="64" source="doors/door-teal-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="82" type="door">
  <properties>
   <property name="open" type="int" value="83"/>
  </properties>
  <image width="32" height="64" source="doors/front-door-teal.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="83" type="door">
  <image width="32" height="64" source="doors/front-door-teal-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="84" type="door">
  <properties>
   <property name="open" type="int" value="85"/>
  </properties>
  <image width="64" height="64" source="doors/door-teal-wide.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="85" type="door">
  <image width="64" height="64" source="doors/door-teal-wide-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="86" type="door">
  <properties>
   <property name="open" type="int" value="87"/>
  </properties>
  <image width="128" height="64" source="doors/front-door-teal-wide.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="32" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="87" type="door">
  <image width="128" height="64" source="doors/front-door-teal-wide-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="32" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="88" type="door">
  <properties>
   <property name="open" type="int" value="89"/>
  </properties>
  <image width="32" height="64" source="doors/door-wine.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="89" type="door">
  <image width="32" height="64" source="doors/door-wine-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="90" type="door">
  <properties>
   <property name="open" type="int" value="91"/>
  </properties>
  <image width="32" height="64" source="doors/front-door-wine.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="91" type="door">
  <image width="32" height="64" source="doors/front-door-wine-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="92" type="door">
  <properties>
   <property name="open" type="int" value="93"/>
  </properties>
  <image width="64" height="64" source="doors/door-wine-wide.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="93" type="door">
  <image width="64" height="64" source="doors/door-wine-wide-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="94" type="door">
  <properties>
   <property name="open" type="int" value="95"/>
  </properties>
  <image width="128" height="64" source="doors/front-door-wine-wide.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="32" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="95" type="door">
  <image width="128" height="64" source="doors/front-door-wine-wide-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="32" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="96" type="door">
  <properties>
   <property name="open" type="int" value="97"/>
  </properties>
  <image width="32" height="64" source="doors/door-rose.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="97" type="door">
  <image width="32" height="64" source="doors/door-rose-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="98" type="door">
  <properties>
   <property name="open" type="int" value="99"/>
  </properties>
  <image width="32" height="64" source="doors/front-door-rose.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="99" type="door">
  <image width="32" height="64" source="doors/front-door-rose-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="100" type="door">
  <properties>
   <property name="open" type="int" value="101"/>
  </properties>
  <image width="64" height="64" source="doors/door-rose-wide.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="101" type="door">
  <image width="64" height="64" source="doors/door-rose-wide-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="102" type="door">
  <properties>
   <property name="open" type="int" value="103"/>
  </properties>
  <image width="128" height="64" source="doors/front-door-rose-wide.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="32" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="103" type="door">
  <image width="128" height="64" source="doors/front-door-rose-wide-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="32" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="104" type="door">
  <properties>
   <property name="open" type="int" value="105"/>
  </properties>
  <image width="32" height="64" source="doors/door-olive.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="105" type="door">
  <image width="32" height="64" source="doors/door-olive-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="106" type="door">
  <properties>
   <property name="open" type="int" value="107"/>
  </properties>
  <image width="32" height="64" source="doors/front-door-olive.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="107" type="door">
  <image width="32" height="64" source="doors/front-door-olive-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="32" height="64"/>
  </objectgroup>
 </tile>
 <tile id="108" type="door">
  <properties>
   <property name="open" type="int" value="109"/>
  </properties>
  <image width="64" height="64" source="doors/door-olive-wide.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="109" type="door">
  <image width="64" height="64" source="doors/door-olive-wide-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="0" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="110" type="door">
  <properties>
   <property name="open" type="int" value="111"/>
  </properties>
  <image width="128" height="64" source="doors/front-door-olive-wide.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="32" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
 <tile id="111" type="door">
  <image width="128" height="64" source="doors/front-door-olive-wide-open.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="passage" x="32" y="0" width="64" height="64"/>
  </objectgroup>
 </tile>
</tileset>
