<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="food" tilewidth="224" tileheight="60" tilecount="201" columns="0" objectalignment="bottomleft">
 <grid orientation="orthogonal" width="1" height="1"/>
 <tile id="0">
  <image width="64" height="46" source="food/range.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="14" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="1">
  <image width="32" height="60" source="food/fridge.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="28" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="2">
  <image width="32" height="46" source="food/worktop-1-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="14" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="3">
  <image width="32" height="46" source="food/worktop-1-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="14" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="4">
  <image width="32" height="46" source="food/worktop-1-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="14" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="5">
  <image width="32" height="46" source="food/worktop-1-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="14" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="6">
  <image width="64" height="46" source="food/worktop-2-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="14" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="7">
  <image width="64" height="46" source="food/worktop-2-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="14" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="8">
  <image width="64" height="46" source="food/worktop-2-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="14" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="9">
  <image width="64" height="46" source="food/worktop-2-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="14" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="10">
  <image width="96" height="46" source="food/worktop-3-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="14" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="11">
  <image width="96" height="46" source="food/worktop-3-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="14" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="12">
  <image width="96" height="46" source="food/worktop-3-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="14" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="13">
  <image width="96" height="46" source="food/worktop-3-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="14" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="14">
  <image width="128" height="46" source="food/worktop-4-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="14" width="128" height="32"/>
  </objectgroup>
 </tile>
 <tile id="15">
  <image width="128" height="46" source="food/worktop-4-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="14" width="128" height="32"/>
  </objectgroup>
 </tile>
 <tile id="16">
  <image width="128" height="46" source="food/worktop-4-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="14" width="128" height="32"/>
  </objectgroup>
 </tile>
 <tile id="17">
  <image width="128" height="46" source="food/worktop-4-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="14" width="128" height="32"/>
  </objectgroup>
 </tile>
 <tile id="18">
  <image width="64" height="38" source="food/long-table-2-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="19">
  <image width="64" height="38" source="food/long-table-2-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="20">
  <image width="64" height="38" source="food/long-table-2-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="21">
  <image width="96" height="38" source="food/long-table-3-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="22">
  <image width="96" height="38" source="food/long-table-3-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="23">
  <image width="96" height="38" source="food/long-table-3-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="96" height="32"/>
  </objectgroup>
 </tile>
 <tile id="24">
  <image width="128" height="38" source="food/long-table-4-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="128" height="32"/>
  </objectgroup>
 </tile>
 <tile id="25">
  <image width="128" height="38" source="food/long-table-4-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="128" height="32"/>
  </objectgroup>
 </tile>
 <tile id="26">
  <image width="128" height="38" source="food/long-table-4-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="128" height="32"/>
  </objectgroup>
 </tile>
 <tile id="27">
  <image width="160" height="38" source="food/long-table-5-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="160" height="32"/>
  </objectgroup>
 </tile>
 <tile id="28">
  <image width="160" height="38" source="food/long-table-5-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="160" height="32"/>
  </objectgroup>
 </tile>
 <tile id="29">
  <image width="160" height="38" source="food/long-table-5-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="160" height="32"/>
  </objectgroup>
 </tile>
 <tile id="30">
  <image width="192" height="38" source="food/long-table-6-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="192" height="32"/>
  </objectgroup>
 </tile>
 <tile id="31">
  <image width="192" height="38" source="food/long-table-6-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="192" height="32"/>
  </objectgroup>
 </tile>
 <tile id="32">
  <image width="192" height="38" source="food/long-table-6-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="192" height="32"/>
  </objectgroup>
 </tile>
 <tile id="33">
  <image width="224" height="38" source="food/long-table-7-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="224" height="32"/>
  </objectgroup>
 </tile>
 <tile id="34">
  <image width="224" height="38" source="food/long-table-7-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="224" height="32"/>
  </objectgroup>
 </tile>
 <tile id="35">
  <image width="224" height="38" source="food/long-table-7-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="6" width="224" height="32"/>
  </objectgroup>
 </tile>
 <tile id="36">
  <image width="32" height="36" source="food/cafe-table-cream-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="37">
  <image width="32" height="36" source="food/cafe-table-cream-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="38">
  <image width="32" height="36" source="food/cafe-table-cream-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="39">
  <image width="32" height="36" source="food/cafe-table-cream-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="40">
  <image width="32" height="36" source="food/cafe-table-cream-5.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="41">
  <image width="32" height="36" source="food/cafe-table-cream-6.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="42">
  <image width="32" height="36" source="food/cafe-table-red-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="43">
  <image width="32" height="36" source="food/cafe-table-red-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="44">
  <image width="32" height="36" source="food/cafe-table-red-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="45">
  <image width="32" height="36" source="food/cafe-table-red-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="46">
  <image width="32" height="36" source="food/cafe-table-red-5.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="47">
  <image width="32" height="36" source="food/cafe-table-red-6.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="48">
  <image width="32" height="36" source="food/cafe-table-sage-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="49">
  <image width="32" height="36" source="food/cafe-table-sage-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="50">
  <image width="32" height="36" source="food/cafe-table-sage-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="51">
  <image width="32" height="36" source="food/cafe-table-sage-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="52">
  <image width="32" height="36" source="food/cafe-table-sage-5.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="53">
  <image width="32" height="36" source="food/cafe-table-sage-6.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="54">
  <image width="32" height="60" source="food/drinks-machine-red.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="28" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="55">
  <image width="32" height="60" source="food/drinks-machine-teal.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="28" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="56">
  <image width="32" height="60" source="food/drinks-machine-blue.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="28" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="57">
  <image width="32" height="50" source="food/counter-rust-bare-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="58">
  <image width="32" height="50" source="food/counter-rust-bare.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="59">
  <image width="32" height="50" source="food/counter-rust-bare-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="60">
  <image width="32" height="50" source="food/counter-rust-bare-alone.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="61">
  <image width="32" height="50" source="food/counter-rust-pastries-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="62">
  <image width="32" height="50" source="food/counter-rust-pastries.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="63">
  <image width="32" height="50" source="food/counter-rust-pastries-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="64">
  <image width="32" height="50" source="food/counter-rust-pastries-alone.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="65">
  <image width="32" height="50" source="food/counter-rust-coffee-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="66">
  <image width="32" height="50" source="food/counter-rust-coffee.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="67">
  <image width="32" height="50" source="food/counter-rust-coffee-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="68">
  <image width="32" height="50" source="food/counter-rust-coffee-alone.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="69">
  <image width="32" height="50" source="food/counter-rust-food-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="70">
  <image width="32" height="50" source="food/counter-rust-food.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="71">
  <image width="32" height="50" source="food/counter-rust-food-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="72">
  <image width="32" height="50" source="food/counter-rust-food-alone.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="73">
  <image width="32" height="50" source="food/counter-rust-till-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="74">
  <image width="32" height="50" source="food/counter-rust-till.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="75">
  <image width="32" height="50" source="food/counter-rust-till-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="76">
  <image width="32" height="50" source="food/counter-rust-till-alone.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="77">
  <image width="32" height="50" source="food/counter-rust-plates-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="78">
  <image width="32" height="50" source="food/counter-rust-plates.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="79">
  <image width="32" height="50" source="food/counter-rust-plates-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="80">
  <image width="32" height="50" source="food/counter-rust-plates-alone.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="81">
  <image width="32" height="50" source="food/counter-rust-fruit-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="82">
  <image width="32" height="50" source="food/counter-rust-fruit.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="83">
  <image width="32" height="50" source="food/counter-rust-fruit-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="84">
  <image width="32" height="50" source="food/counter-rust-fruit-alone.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="85">
  <image width="32" height="50" source="food/counter-rust-jars-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="86">
  <image width="32" height="50" source="food/counter-rust-jars.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="87">
  <image width="32" height="50" source="food/counter-rust-jars-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="88">
  <image width="32" height="50" source="food/counter-rust-jars-alone.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="89">
  <image width="32" height="50" source="food/counter-rust-cake-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="90">
  <image width="32" height="50" source="food/counter-rust-cake.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="91">
  <image width="32" height="50" source="food/counter-rust-cake-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="92">
  <image width="32" height="50" source="food/counter-rust-cake-alone.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="93">
  <image width="32" height="50" source="food/counter-brown-bare-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="94">
  <image width="32" height="50" source="food/counter-brown-bare.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="95">
  <image width="32" height="50" source="food/counter-brown-bare-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="96">
  <image width="32" height="50" source="food/counter-brown-bare-alone.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="97">
  <image width="32" height="50" source="food/counter-brown-pastries-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="98">
  <image width="32" height="50" source="food/counter-brown-pastries.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="99">
  <image width="32" height="50" source="food/counter-brown-pastries-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="100">
  <image width="32" height="50" source="food/counter-brown-pastries-alone.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="101">
  <image width="32" height="50" source="food/counter-brown-coffee-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="102">
  <image width="32" height="50" source="food/counter-brown-coffee.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="103">
  <image width="32" height="50" source="food/counter-brown-coffee-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="104">
  <image width="32" height="50" source="food/counter-brown-coffee-alone.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="105">
  <image width="32" height="50" source="food/counter-brown-food-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="106">
  <image width="32" height="50" source="food/counter-brown-food.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="107">
  <image width="32" height="50" source="food/counter-brown-food-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="108">
  <image width="32" height="50" source="food/counter-brown-food-alone.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="109">
  <image width="32" height="50" source="food/counter-brown-till-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="110">
  <image width="32" height="50" source="food/counter-brown-till.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="111">
  <image width="32" height="50" source="food/counter-brown-till-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="112">
  <image width="32" height="50" source="food/counter-brown-till-alone.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="113">
  <image width="32" height="50" source="food/counter-brown-plates-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="114">
  <image width="32" height="50" source="food/counter-brown-plates.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="115">
  <image width="32" height="50" source="food/counter-brown-plates-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="116">
  <image width="32" height="50" source="food/counter-brown-plates-alone.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="117">
  <image width="32" height="50" source="food/counter-brown-fruit-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="118">
  <image width="32" height="50" source="food/counter-brown-fruit.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="119">
  <image width="32" height="50" source="food/counter-brown-fruit-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="120">
  <image width="32" height="50" source="food/counter-brown-fruit-alone.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="121">
  <image width="32" height="50" source="food/counter-brown-jars-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="122">
  <image width="32" height="50" source="food/counter-brown-jars.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="123">
  <image width="32" height="50" source="food/counter-brown-jars-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="124">
  <image width="32" height="50" source="food/counter-brown-jars-alone.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="125">
  <image width="32" height="50" source="food/counter-brown-cake-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="126">
  <image width="32" height="50" source="food/counter-brown-cake.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="127">
  <image width="32" height="50" source="food/counter-brown-cake-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="128">
  <image width="32" height="50" source="food/counter-brown-cake-alone.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="129">
  <image width="32" height="50" source="food/counter-teal-bare-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="130">
  <image width="32" height="50" source="food/counter-teal-bare.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="131">
  <image width="32" height="50" source="food/counter-teal-bare-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="132">
  <image width="32" height="50" source="food/counter-teal-bare-alone.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="133">
  <image width="32" height="50" source="food/counter-teal-pastries-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="134">
  <image width="32" height="50" source="food/counter-teal-pastries.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="135">
  <image width="32" height="50" source="food/counter-teal-pastries-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="136">
  <image width="32" height="50" source="food/counter-teal-pastries-alone.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="137">
  <image width="32" height="50" source="food/counter-teal-coffee-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="138">
  <image width="32" height="50" source="food/counter-teal-coffee.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="139">
  <image width="32" height="50" source="food/counter-teal-coffee-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="140">
  <image width="32" height="50" source="food/counter-teal-coffee-alone.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="141">
  <image width="32" height="50" source="food/counter-teal-food-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="142">
  <image width="32" height="50" source="food/counter-teal-food.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="143">
  <image width="32" height="50" source="food/counter-teal-food-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="144">
  <image width="32" height="50" source="food/counter-teal-food-alone.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="145">
  <image width="32" height="50" source="food/counter-teal-till-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="146">
  <image width="32" height="50" source="food/counter-teal-till.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="147">
  <image width="32" height="50" source="food/counter-teal-till-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="148">
  <image width="32" height="50" source="food/counter-teal-till-alone.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="149">
  <image width="32" height="50" source="food/counter-teal-plates-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="150">
  <image width="32" height="50" source="food/counter-teal-plates.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="151">
  <image width="32" height="50" source="food/counter-teal-plates-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="152">
  <image width="32" height="50" source="food/counter-teal-plates-alone.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="153">
  <image width="32" height="50" source="food/counter-teal-fruit-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="154">
  <image width="32" height="50" source="food/counter-teal-fruit.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="155">
  <image width="32" height="50" source="food/counter-teal-fruit-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="156">
  <image width="32" height="50" source="food/counter-teal-fruit-alone.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="157">
  <image width="32" height="50" source="food/counter-teal-jars-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="158">
  <image width="32" height="50" source="food/counter-teal-jars.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="159">
  <image width="32" height="50" source="food/counter-teal-jars-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="160">
  <image width="32" height="50" source="food/counter-teal-jars-alone.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="161">
  <image width="32" height="50" source="food/counter-teal-cake-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="162">
  <image width="32" height="50" source="food/counter-teal-cake.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="163">
  <image width="32" height="50" source="food/counter-teal-cake-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="164">
  <image width="32" height="50" source="food/counter-teal-cake-alone.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="165">
  <image width="32" height="50" source="food/counter-mint-bare-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="166">
  <image width="32" height="50" source="food/counter-mint-bare.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="167">
  <image width="32" height="50" source="food/counter-mint-bare-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="168">
  <image width="32" height="50" source="food/counter-mint-bare-alone.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="169">
  <image width="32" height="50" source="food/counter-mint-pastries-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="170">
  <image width="32" height="50" source="food/counter-mint-pastries.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="171">
  <image width="32" height="50" source="food/counter-mint-pastries-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="172">
  <image width="32" height="50" source="food/counter-mint-pastries-alone.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="173">
  <image width="32" height="50" source="food/counter-mint-coffee-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="174">
  <image width="32" height="50" source="food/counter-mint-coffee.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="175">
  <image width="32" height="50" source="food/counter-mint-coffee-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="176">
  <image width="32" height="50" source="food/counter-mint-coffee-alone.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="177">
  <image width="32" height="50" source="food/counter-mint-food-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="178">
  <image width="32" height="50" source="food/counter-mint-food.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="179">
  <image width="32" height="50" source="food/counter-mint-food-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="180">
  <image width="32" height="50" source="food/counter-mint-food-alone.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="181">
  <image width="32" height="50" source="food/counter-mint-till-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="182">
  <image width="32" height="50" source="food/counter-mint-till.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="183">
  <image width="32" height="50" source="food/counter-mint-till-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="184">
  <image width="32" height="50" source="food/counter-mint-till-alone.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="185">
  <image width="32" height="50" source="food/counter-mint-plates-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="186">
  <image width="32" height="50" source="food/counter-mint-plates.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="187">
  <image width="32" height="50" source="food/counter-mint-plates-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="188">
  <image width="32" height="50" source="food/counter-mint-plates-alone.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="189">
  <image width="32" height="50" source="food/counter-mint-fruit-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="190">
  <image width="32" height="50" source="food/counter-mint-fruit.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="191">
  <image width="32" height="50" source="food/counter-mint-fruit-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="192">
  <image width="32" height="50" source="food/counter-mint-fruit-alone.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="193">
  <image width="32" height="50" source="food/counter-mint-jars-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="194">
  <image width="32" height="50" source="food/counter-mint-jars.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="195">
  <image width="32" height="50" source="food/counter-mint-jars-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="196">
  <image width="32" height="50" source="food/counter-mint-jars-alone.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="197">
  <image width="32" height="50" source="food/counter-mint-cake-left.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="198">
  <image width="32" height="50" source="food/counter-mint-cake.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="199">
  <image width="32" height="50" source="food/counter-mint-cake-right.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="200">
  <image width="32" height="50" source="food/counter-mint-cake-alone.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="18" width="32" height="32"/>
  </objectgroup>
 </tile>
</tileset>
