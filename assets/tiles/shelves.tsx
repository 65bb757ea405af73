<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="shelves" tilewidth="192" tileheight="62" tilecount="207" columns="0" objectalignment="bottomleft">
 <grid orientation="orthogonal" width="1" height="1"/>
 <tile id="0">
  <image width="32" height="62" source="shelves/bookcase-oak-1-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="1">
  <image width="32" height="62" source="shelves/bookcase-oak-1-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="2">
  <image width="32" height="62" source="shelves/bookcase-oak-1-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="3">
  <image width="64" height="62" source="shelves/bookcase-oak-2-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="4">
  <image width="64" height="62" source="shelves/bookcase-oak-2-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="5">
  <image width="64" height="62" source="shelves/bookcase-oak-2-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="6">
  <image width="96" height="62" source="shelves/bookcase-oak-3-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="7">
  <image width="96" height="62" source="shelves/bookcase-oak-3-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="8">
  <image width="96" height="62" source="shelves/bookcase-oak-3-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="9">
  <image width="128" height="62" source="shelves/bookcase-oak-4-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="128" height="32"/>
  </objectgroup>
 </tile>
 <tile id="10">
  <image width="128" height="62" source="shelves/bookcase-oak-4-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="128" height="32"/>
  </objectgroup>
 </tile>
 <tile id="11">
  <image width="128" height="62" source="shelves/bookcase-oak-4-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="128" height="32"/>
  </objectgroup>
 </tile>
 <tile id="12">
  <image width="160" height="62" source="shelves/bookcase-oak-5-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="160" height="32"/>
  </objectgroup>
 </tile>
 <tile id="13">
  <image width="160" height="62" source="shelves/bookcase-oak-5-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="160" height="32"/>
  </objectgroup>
 </tile>
 <tile id="14">
  <image width="160" height="62" source="shelves/bookcase-oak-5-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="160" height="32"/>
  </objectgroup>
 </tile>
 <tile id="15">
  <image width="192" height="62" source="shelves/bookcase-oak-6-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="192" height="32"/>
  </objectgroup>
 </tile>
 <tile id="16">
  <image width="192" height="62" source="shelves/bookcase-oak-6-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="192" height="32"/>
  </objectgroup>
 </tile>
 <tile id="17">
  <image width="192" height="62" source="shelves/bookcase-oak-6-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="192" height="32"/>
  </objectgroup>
 </tile>
 <tile id="18">
  <image width="32" height="62" source="shelves/bookcase-birch-1-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="19">
  <image width="32" height="62" source="shelves/bookcase-birch-1-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="20">
  <image width="32" height="62" source="shelves/bookcase-birch-1-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="21">
  <image width="64" height="62" source="shelves/bookcase-birch-2-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="22">
  <image width="64" height="62" source="shelves/bookcase-birch-2-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="23">
  <image width="64" height="62" source="shelves/bookcase-birch-2-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="24">
  <image width="96" height="62" source="shelves/bookcase-birch-3-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="25">
  <image width="96" height="62" source="shelves/bookcase-birch-3-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="26">
  <image width="96" height="62" source="shelves/bookcase-birch-3-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="27">
  <image width="128" height="62" source="shelves/bookcase-birch-4-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="128" height="32"/>
  </objectgroup>
 </tile>
 <tile id="28">
  <image width="128" height="62" source="shelves/bookcase-birch-4-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="128" height="32"/>
  </objectgroup>
 </tile>
 <tile id="29">
  <image width="128" height="62" source="shelves/bookcase-birch-4-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="128" height="32"/>
  </objectgroup>
 </tile>
 <tile id="30">
  <image width="160" height="62" source="shelves/bookcase-birch-5-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="160" height="32"/>
  </objectgroup>
 </tile>
 <tile id="31">
  <image width="160" height="62" source="shelves/bookcase-birch-5-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="160" height="32"/>
  </objectgroup>
 </tile>
 <tile id="32">
  <image width="160" height="62" source="shelves/bookcase-birch-5-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="160" height="32"/>
  </objectgroup>
 </tile>
 <tile id="33">
  <image width="192" height="62" source="shelves/bookcase-birch-6-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="192" height="32"/>
  </objectgroup>
 </tile>
 <tile id="34">
  <image width="192" height="62" source="shelves/bookcase-birch-6-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="192" height="32"/>
  </objectgroup>
 </tile>
 <tile id="35">
  <image width="192" height="62" source="shelves/bookcase-birch-6-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="192" height="32"/>
  </objectgroup>
 </tile>
 <tile id="36">
  <image width="32" height="62" source="shelves/bookcase-walnut-1-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="37">
  <image width="32" height="62" source="shelves/bookcase-walnut-1-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="38">
  <image width="32" height="62" source="shelves/bookcase-walnut-1-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="39">
  <image width="64" height="62" source="shelves/bookcase-walnut-2-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="40">
  <image width="64" height="62" source="shelves/bookcase-walnut-2-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="41">
  <image width="64" height="62" source="shelves/bookcase-walnut-2-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="42">
  <image width="96" height="62" source="shelves/bookcase-walnut-3-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="43">
  <image width="96" height="62" source="shelves/bookcase-walnut-3-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="44">
  <image width="96" height="62" source="shelves/bookcase-walnut-3-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="45">
  <image width="128" height="62" source="shelves/bookcase-walnut-4-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="128" height="32"/>
  </objectgroup>
 </tile>
 <tile id="46">
  <image width="128" height="62" source="shelves/bookcase-walnut-4-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="128" height="32"/>
  </objectgroup>
 </tile>
 <tile id="47">
  <image width="128" height="62" source="shelves/bookcase-walnut-4-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="128" height="32"/>
  </objectgroup>
 </tile>
 <tile id="48">
  <image width="160" height="62" source="shelves/bookcase-walnut-5-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="160" height="32"/>
  </objectgroup>
 </tile>
 <tile id="49">
  <image width="160" height="62" source="shelves/bookcase-walnut-5-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="160" height="32"/>
  </objectgroup>
 </tile>
 <tile id="50">
  <image width="160" height="62" source="shelves/bookcase-walnut-5-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="160" height="32"/>
  </objectgroup>
 </tile>
 <tile id="51">
  <image width="192" height="62" source="shelves/bookcase-walnut-6-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="192" height="32"/>
  </objectgroup>
 </tile>
 <tile id="52">
  <image width="192" height="62" source="shelves/bookcase-walnut-6-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="192" height="32"/>
  </objectgroup>
 </tile>
 <tile id="53">
  <image width="192" height="62" source="shelves/bookcase-walnut-6-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="192" height="32"/>
  </objectgroup>
 </tile>
 <tile id="54">
  <image width="32" height="62" source="shelves/bookcase-cherry-1-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="55">
  <image width="32" height="62" source="shelves/bookcase-cherry-1-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="56">
  <image width="32" height="62" source="shelves/bookcase-cherry-1-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="57">
  <image width="64" height="62" source="shelves/bookcase-cherry-2-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="58">
  <image width="64" height="62" source="shelves/bookcase-cherry-2-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="59">
  <image width="64" height="62" source="shelves/bookcase-cherry-2-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="60">
  <image width="96" height="62" source="shelves/bookcase-cherry-3-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="61">
  <image width="96" height="62" source="shelves/bookcase-cherry-3-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="62">
  <image width="96" height="62" source="shelves/bookcase-cherry-3-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="63">
  <image width="128" height="62" source="shelves/bookcase-cherry-4-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="128" height="32"/>
  </objectgroup>
 </tile>
 <tile id="64">
  <image width="128" height="62" source="shelves/bookcase-cherry-4-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="128" height="32"/>
  </objectgroup>
 </tile>
 <tile id="65">
  <image width="128" height="62" source="shelves/bookcase-cherry-4-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="128" height="32"/>
  </objectgroup>
 </tile>
 <tile id="66">
  <image width="160" height="62" source="shelves/bookcase-cherry-5-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="160" height="32"/>
  </objectgroup>
 </tile>
 <tile id="67">
  <image width="160" height="62" source="shelves/bookcase-cherry-5-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="160" height="32"/>
  </objectgroup>
 </tile>
 <tile id="68">
  <image width="160" height="62" source="shelves/bookcase-cherry-5-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="160" height="32"/>
  </objectgroup>
 </tile>
 <tile id="69">
  <image width="192" height="62" source="shelves/bookcase-cherry-6-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="192" height="32"/>
  </objectgroup>
 </tile>
 <tile id="70">
  <image width="192" height="62" source="shelves/bookcase-cherry-6-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="192" height="32"/>
  </objectgroup>
 </tile>
 <tile id="71">
  <image width="192" height="62" source="shelves/bookcase-cherry-6-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="30" width="192" height="32"/>
  </objectgroup>
 </tile>
 <tile id="72">
  <image width="32" height="38" source="shelves/low-bookcase-oak-1-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="73">
  <image width="32" height="38" source="shelves/low-bookcase-oak-1-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="74">
  <image width="32" height="38" source="shelves/low-bookcase-oak-1-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="75">
  <image width="64" height="38" source="shelves/low-bookcase-oak-2-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="76">
  <image width="64" height="38" source="shelves/low-bookcase-oak-2-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="77">
  <image width="64" height="38" source="shelves/low-bookcase-oak-2-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="78">
  <image width="96" height="38" source="shelves/low-bookcase-oak-3-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="79">
  <image width="96" height="38" source="shelves/low-bookcase-oak-3-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="80">
  <image width="96" height="38" source="shelves/low-bookcase-oak-3-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="81">
  <image width="128" height="38" source="shelves/low-bookcase-oak-4-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="128" height="32"/>
  </objectgroup>
 </tile>
 <tile id="82">
  <image width="128" height="38" source="shelves/low-bookcase-oak-4-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="128" height="32"/>
  </objectgroup>
 </tile>
 <tile id="83">
  <image width="128" height="38" source="shelves/low-bookcase-oak-4-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="128" height="32"/>
  </objectgroup>
 </tile>
 <tile id="84">
  <image width="32" height="38" source="shelves/low-bookcase-birch-1-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="85">
  <image width="32" height="38" source="shelves/low-bookcase-birch-1-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="86">
  <image width="32" height="38" source="shelves/low-bookcase-birch-1-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="87">
  <image width="64" height="38" source="shelves/low-bookcase-birch-2-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="88">
  <image width="64" height="38" source="shelves/low-bookcase-birch-2-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="89">
  <image width="64" height="38" source="shelves/low-bookcase-birch-2-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="90">
  <image width="96" height="38" source="shelves/low-bookcase-birch-3-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="91">
  <image width="96" height="38" source="shelves/low-bookcase-birch-3-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="92">
  <image width="96" height="38" source="shelves/low-bookcase-birch-3-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="93">
  <image width="128" height="38" source="shelves/low-bookcase-birch-4-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="128" height="32"/>
  </objectgroup>
 </tile>
 <tile id="94">
  <image width="128" height="38" source="shelves/low-bookcase-birch-4-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="128" height="32"/>
  </objectgroup>
 </tile>
 <tile id="95">
  <image width="128" height="38" source="shelves/low-bookcase-birch-4-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="128" height="32"/>
  </objectgroup>
 </tile>
 <tile id="96">
  <image width="32" height="38" source="shelves/low-bookcase-walnut-1-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="97">
  <image width="32" height="38" source="shelves/low-bookcase-walnut-1-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="98">
  <image width="32" height="38" source="shelves/low-bookcase-walnut-1-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="99">
  <image width="64" height="38" source="shelves/low-bookcase-walnut-2-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="100">
  <image width="64" height="38" source="shelves/low-bookcase-walnut-2-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="101">
  <image width="64" height="38" source="shelves/low-bookcase-walnut-2-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="102">
  <image width="96" height="38" source="shelves/low-bookcase-walnut-3-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="103">
  <image width="96" height="38" source="shelves/low-bookcase-walnut-3-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="104">
  <image width="96" height="38" source="shelves/low-bookcase-walnut-3-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="105">
  <image width="128" height="38" source="shelves/low-bookcase-walnut-4-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="128" height="32"/>
  </objectgroup>
 </tile>
 <tile id="106">
  <image width="128" height="38" source="shelves/low-bookcase-walnut-4-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="128" height="32"/>
  </objectgroup>
 </tile>
 <tile id="107">
  <image width="128" height="38" source="shelves/low-bookcase-walnut-4-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="128" height="32"/>
  </objectgroup>
 </tile>
 <tile id="108">
  <image width="32" height="38" source="shelves/low-bookcase-cherry-1-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="109">
  <image width="32" height="38" source="shelves/low-bookcase-cherry-1-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="110">
  <image width="32" height="38" source="shelves/low-bookcase-cherry-1-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="111">
  <image width="64" height="38" source="shelves/low-bookcase-cherry-2-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="112">
  <image width="64" height="38" source="shelves/low-bookcase-cherry-2-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="113">
  <image width="64" height="38" source="shelves/low-bookcase-cherry-2-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="114">
  <image width="96" height="38" source="shelves/low-bookcase-cherry-3-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="115">
  <image width="96" height="38" source="shelves/low-bookcase-cherry-3-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="116">
  <image width="96" height="38" source="shelves/low-bookcase-cherry-3-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="117">
  <image width="128" height="38" source="shelves/low-bookcase-cherry-4-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="128" height="32"/>
  </objectgroup>
 </tile>
 <tile id="118">
  <image width="128" height="38" source="shelves/low-bookcase-cherry-4-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="128" height="32"/>
  </objectgroup>
 </tile>
 <tile id="119">
  <image width="128" height="38" source="shelves/low-bookcase-cherry-4-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="128" height="32"/>
  </objectgroup>
 </tile>
 <tile id="120">
  <image width="32" height="54" source="shelves/goods-shelf-1-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="22" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="121">
  <image width="32" height="54" source="shelves/goods-shelf-1-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="22" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="122">
  <image width="32" height="54" source="shelves/goods-shelf-1-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="22" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="123">
  <image width="32" height="54" source="shelves/goods-shelf-1-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="22" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="124">
  <image width="32" height="54" source="shelves/goods-shelf-1-5.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="22" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="125">
  <image width="32" height="54" source="shelves/goods-shelf-1-6.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="22" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="126">
  <image width="32" height="54" source="shelves/goods-shelf-1-7.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="22" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="127">
  <image width="32" height="54" source="shelves/goods-shelf-1-8.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="22" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="128">
  <image width="64" height="54" source="shelves/goods-shelf-2-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="22" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="129">
  <image width="64" height="54" source="shelves/goods-shelf-2-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="22" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="130">
  <image width="64" height="54" source="shelves/goods-shelf-2-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="22" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="131">
  <image width="64" height="54" source="shelves/goods-shelf-2-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="22" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="132">
  <image width="64" height="54" source="shelves/goods-shelf-2-5.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="22" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="133">
  <image width="64" height="54" source="shelves/goods-shelf-2-6.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="22" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="134">
  <image width="64" height="54" source="shelves/goods-shelf-2-7.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="22" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="135">
  <image width="64" height="54" source="shelves/goods-shelf-2-8.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="22" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="136">
  <image width="96" height="54" source="shelves/goods-shelf-3-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="22" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="137">
  <image width="96" height="54" source="shelves/goods-shelf-3-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="22" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="138">
  <image width="96" height="54" source="shelves/goods-shelf-3-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="22" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="139">
  <image width="96" height="54" source="shelves/goods-shelf-3-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="22" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="140">
  <image width="96" height="54" source="shelves/goods-shelf-3-5.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="22" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="141">
  <image width="96" height="54" source="shelves/goods-shelf-3-6.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="22" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="142">
  <image width="96" height="54" source="shelves/goods-shelf-3-7.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="22" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="143">
  <image width="96" height="54" source="shelves/goods-shelf-3-8.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="22" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="144">
  <image width="128" height="54" source="shelves/goods-shelf-4-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="22" width="128" height="32"/>
  </objectgroup>
 </tile>
 <tile id="145">
  <image width="128" height="54" source="shelves/goods-shelf-4-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="22" width="128" height="32"/>
  </objectgroup>
 </tile>
 <tile id="146">
  <image width="128" height="54" source="shelves/goods-shelf-4-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="22" width="128" height="32"/>
  </objectgroup>
 </tile>
 <tile id="147">
  <image width="128" height="54" source="shelves/goods-shelf-4-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="22" width="128" height="32"/>
  </objectgroup>
 </tile>
 <tile id="148">
  <image width="128" height="54" source="shelves/goods-shelf-4-5.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="22" width="128" height="32"/>
  </objectgroup>
 </tile>
 <tile id="149">
  <image width="128" height="54" source="shelves/goods-shelf-4-6.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="22" width="128" height="32"/>
  </objectgroup>
 </tile>
 <tile id="150">
  <image width="128" height="54" source="shelves/goods-shelf-4-7.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="22" width="128" height="32"/>
  </objectgroup>
 </tile>
 <tile id="151">
  <image width="128" height="54" source="shelves/goods-shelf-4-8.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="22" width="128" height="32"/>
  </objectgroup>
 </tile>
 <tile id="152">
  <image width="32" height="58" source="shelves/wardrobe-oak.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="26" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="153">
  <image width="32" height="58" source="shelves/wardrobe-birch.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="26" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="154">
  <image width="32" height="58" source="shelves/wardrobe-walnut.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="26" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="155">
  <image width="32" height="58" source="shelves/wardrobe-cherry.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="26" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="156">
  <image width="32" height="44" source="shelves/drawers-oak-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="157">
  <image width="32" height="44" source="shelves/drawers-oak-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="158">
  <image width="32" height="44" source="shelves/drawers-oak-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="159">
  <image width="32" height="44" source="shelves/drawers-oak-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="160">
  <image width="32" height="44" source="shelves/drawers-oak-5.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="161">
  <image width="32" height="44" source="shelves/drawers-oak-6.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="162">
  <image width="32" height="44" source="shelves/drawers-birch-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="163">
  <image width="32" height="44" source="shelves/drawers-birch-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="164">
  <image width="32" height="44" source="shelves/drawers-birch-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="165">
  <image width="32" height="44" source="shelves/drawers-birch-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="166">
  <image width="32" height="44" source="shelves/drawers-birch-5.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="167">
  <image width="32" height="44" source="shelves/drawers-birch-6.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="168">
  <image width="32" height="44" source="shelves/drawers-walnut-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="169">
  <image width="32" height="44" source="shelves/drawers-walnut-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="170">
  <image width="32" height="44" source="shelves/drawers-walnut-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="171">
  <image width="32" height="44" source="shelves/drawers-walnut-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="172">
  <image width="32" height="44" source="shelves/drawers-walnut-5.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="173">
  <image width="32" height="44" source="shelves/drawers-walnut-6.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="174">
  <image width="32" height="44" source="shelves/drawers-cherry-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="175">
  <image width="32" height="44" source="shelves/drawers-cherry-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="176">
  <image width="32" height="44" source="shelves/drawers-cherry-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="177">
  <image width="32" height="44" source="shelves/drawers-cherry-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="178">
  <image width="32" height="44" source="shelves/drawers-cherry-5.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="179">
  <image width="32" height="44" source="shelves/drawers-cherry-6.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="180">
  <image width="32" height="44" source="shelves/drawers-white-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="181">
  <image width="32" height="44" source="shelves/drawers-white-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="182">
  <image width="32" height="44" source="shelves/drawers-white-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="183">
  <image width="32" height="44" source="shelves/drawers-white-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="184">
  <image width="32" height="44" source="shelves/drawers-white-5.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="185">
  <image width="32" height="44" source="shelves/drawers-white-6.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="12" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="186">
  <image width="32" height="58" source="shelves/lockers-blue-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="26" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="187">
  <image width="64" height="58" source="shelves/lockers-blue-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="26" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="188">
  <image width="96" height="58" source="shelves/lockers-blue-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="26" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="189">
  <image width="128" height="58" source="shelves/lockers-blue-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="26" width="128" height="32"/>
  </objectgroup>
 </tile>
 <tile id="190">
  <image width="32" height="58" source="shelves/lockers-grey-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="26" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="191">
  <image width="64" height="58" source="shelves/lockers-grey-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="26" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="192">
  <image width="96" height="58" source="shelves/lockers-grey-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="26" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="193">
  <image width="128" height="58" source="shelves/lockers-grey-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="26" width="128" height="32"/>
  </objectgroup>
 </tile>
 <tile id="194">
  <image width="32" height="58" source="shelves/lockers-yellow-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="26" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="195">
  <image width="64" height="58" source="shelves/lockers-yellow-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="26" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="196">
  <image width="96" height="58" source="shelves/lockers-yellow-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="26" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="197">
  <image width="128" height="58" source="shelves/lockers-yellow-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="26" width="128" height="32"/>
  </objectgroup>
 </tile>
 <tile id="198">
  <image width="32" height="58" source="shelves/lockers-white-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="26" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="199">
  <image width="64" height="58" source="shelves/lockers-white-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="26" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="200">
  <image width="96" height="58" source="shelves/lockers-white-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="26" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="201">
  <image width="128" height="58" source="shelves/lockers-white-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="26" width="128" height="32"/>
  </objectgroup>
 </tile>
 <tile id="202">
  <image width="32" height="48" source="shelves/filing-cabinet.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="16" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="203">
  <image width="32" height="32" source="shelves/crate-apples.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="204">
  <image width="32" height="32" source="shelves/crate-oranges.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="205">
  <image width="32" height="32" source="shelves/crate-pears.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="206">
  <image width="32" height="32" source="shelves/crate-loaves.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="0" width="32" height="32"/>
  </objectgroup>
 </tile>
</tileset>
