<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="rugs" tilewidth="192" tileheight="128" tilecount="200" columns="0" objectalignment="bottomleft">
 <grid orientation="orthogonal" width="1" height="1"/>
 <tile id="0">
  <image width="64" height="32" source="rugs/rug-2x1-red-sand.png"/>
 </tile>
 <tile id="1">
  <image width="64" height="32" source="rugs/rug-2x1-red-green.png"/>
 </tile>
 <tile id="2">
  <image width="64" height="32" source="rugs/rug-2x1-blue-sand.png"/>
 </tile>
 <tile id="3">
  <image width="64" height="32" source="rugs/rug-2x1-blue-plum.png"/>
 </tile>
 <tile id="4">
  <image width="64" height="32" source="rugs/rug-2x1-mustard-sand.png"/>
 </tile>
 <tile id="5">
  <image width="64" height="32" source="rugs/rug-2x1-mustard-orange.png"/>
 </tile>
 <tile id="6">
  <image width="64" height="32" source="rugs/rug-2x1-green-sand.png"/>
 </tile>
 <tile id="7">
  <image width="64" height="32" source="rugs/rug-2x1-green-teal.png"/>
 </tile>
 <tile id="8">
  <image width="64" height="32" source="rugs/rug-2x1-plum-sand.png"/>
 </tile>
 <tile id="9">
  <image width="64" height="32" source="rugs/rug-2x1-plum-cream.png"/>
 </tile>
 <tile id="10">
  <image width="64" height="32" source="rugs/rug-2x1-orange-sand.png"/>
 </tile>
 <tile id="11">
  <image width="64" height="32" source="rugs/rug-2x1-orange-red.png"/>
 </tile>
 <tile id="12">
  <image width="64" height="32" source="rugs/rug-2x1-teal-sand.png"/>
 </tile>
 <tile id="13">
  <image width="64" height="32" source="rugs/rug-2x1-teal-blue.png"/>
 </tile>
 <tile id="14">
  <image width="64" height="32" source="rugs/rug-2x1-cream-sand.png"/>
 </tile>
 <tile id="15">
  <image width="64" height="32" source="rugs/rug-2x1-cream-mustard.png"/>
 </tile>
 <tile id="16">
  <image width="96" height="32" source="rugs/rug-3x1-red-sand.png"/>
 </tile>
 <tile id="17">
  <image width="96" height="32" source="rugs/rug-3x1-red-green.png"/>
 </tile>
 <tile id="18">
  <image width="96" height="32" source="rugs/rug-3x1-blue-sand.png"/>
 </tile>
 <tile id="19">
  <image width="96" height="32" source="rugs/rug-3x1-blue-plum.png"/>
 </tile>
 <tile id="20">
  <image width="96" height="32" source="rugs/rug-3x1-mustard-sand.png"/>
 </tile>
 <tile id="21">
  <image width="96" height="32" source="rugs/rug-3x1-mustard-orange.png"/>
 </tile>
 <tile id="22">
  <image width="96" height="32" source="rugs/rug-3x1-green-sand.png"/>
 </tile>
 <tile id="23">
  <image width="96" height="32" source="rugs/rug-3x1-green-teal.png"/>
 </tile>
 <tile id="24">
  <image width="96" height="32" source="rugs/rug-3x1-plum-sand.png"/>
 </tile>
 <tile id="25">
  <image width="96" height="32" source="rugs/rug-3x1-plum-cream.png"/>
 </tile>
 <tile id="26">
  <image width="96" height="32" source="rugs/rug-3x1-orange-sand.png"/>
 </tile>
 <tile id="27">
  <image width="96" height="32" source="rugs/rug-3x1-orange-red.png"/>
 </tile>
 <tile id="28">
  <image width="96" height="32" source="rugs/rug-3x1-teal-sand.png"/>
 </tile>
 <tile id="29">
  <image width="96" height="32" source="rugs/rug-3x1-teal-blue.png"/>
 </tile>
 <tile id="30">
  <image width="96" height="32" source="rugs/rug-3x1-cream-sand.png"/>
 </tile>
 <tile id="31">
  <image width="96" height="32" source="rugs/rug-3x1-cream-mustard.png"/>
 </tile>
 <tile id="32">
  <image width="64" height="64" source="rugs/rug-2x2-red-sand.png"/>
 </tile>
 <tile id="33">
  <image width="64" height="64" source="rugs/rug-2x2-red-green.png"/>
 </tile>
 <tile id="34">
  <image width="64" height="64" source="rugs/rug-2x2-blue-sand.png"/>
 </tile>
 <tile id="35">
  <image width="64" height="64" source="rugs/rug-2x2-blue-plum.png"/>
 </tile>
 <tile id="36">
  <image width="64" height="64" source="rugs/rug-2x2-mustard-sand.png"/>
 </tile>
 <tile id="37">
  <image width="64" height="64" source="rugs/rug-2x2-mustard-orange.png"/>
 </tile>
 <tile id="38">
  <image width="64" height="64" source="rugs/rug-2x2-green-sand.png"/>
 </tile>
 <tile id="39">
  <image width="64" height="64" source="rugs/rug-2x2-green-teal.png"/>
 </tile>
 <tile id="40">
  <image width="64" height="64" source="rugs/rug-2x2-plum-sand.png"/>
 </tile>
 <tile id="41">
  <image width="64" height="64" source="rugs/rug-2x2-plum-cream.png"/>
 </tile>
 <tile id="42">
  <image width="64" height="64" source="rugs/rug-2x2-orange-sand.png"/>
 </tile>
 <tile id="43">
  <image width="64" height="64" source="rugs/rug-2x2-orange-red.png"/>
 </tile>
 <tile id="44">
  <image width="64" height="64" source="rugs/rug-2x2-teal-sand.png"/>
 </tile>
 <tile id="45">
  <image width="64" height="64" source="rugs/rug-2x2-teal-blue.png"/>
 </tile>
 <tile id="46">
  <image width="64" height="64" source="rugs/rug-2x2-cream-sand.png"/>
 </tile>
 <tile id="47">
  <image width="64" height="64" source="rugs/rug-2x2-cream-mustard.png"/>
 </tile>
 <tile id="48">
  <image width="96" height="64" source="rugs/rug-3x2-red-sand.png"/>
 </tile>
 <tile id="49">
  <image width="96" height="64" source="rugs/rug-3x2-red-green.png"/>
 </tile>
 <tile id="50">
  <image width="96" height="64" source="rugs/rug-3x2-blue-sand.png"/>
 </tile>
 <tile id="51">
  <image width="96" height="64" source="rugs/rug-3x2-blue-plum.png"/>
 </tile>
 <tile id="52">
  <image width="96" height="64" source="rugs/rug-3x2-mustard-sand.png"/>
 </tile>
 <tile id="53">
  <image width="96" height="64" source="rugs/rug-3x2-mustard-orange.png"/>
 </tile>
 <tile id="54">
  <image width="96" height="64" source="rugs/rug-3x2-green-sand.png"/>
 </tile>
 <tile id="55">
  <image width="96" height="64" source="rugs/rug-3x2-green-teal.png"/>
 </tile>
 <tile id="56">
  <image width="96" height="64" source="rugs/rug-3x2-plum-sand.png"/>
 </tile>
 <tile id="57">
  <image width="96" height="64" source="rugs/rug-3x2-plum-cream.png"/>
 </tile>
 <tile id="58">
  <image width="96" height="64" source="rugs/rug-3x2-orange-sand.png"/>
 </tile>
 <tile id="59">
  <image width="96" height="64" source="rugs/rug-3x2-orange-red.png"/>
 </tile>
 <tile id="60">
  <image width="96" height="64" source="rugs/rug-3x2-teal-sand.png"/>
 </tile>
 <tile id="61">
  <image width="96" height="64" source="rugs/rug-3x2-teal-blue.png"/>
 </tile>
 <tile id="62">
  <image width="96" height="64" source="rugs/rug-3x2-cream-sand.png"/>
 </tile>
 <tile id="63">
  <image width="96" height="64" source="rugs/rug-3x2-cream-mustard.png"/>
 </tile>
 <tile id="64">
  <image width="128" height="64" source="rugs/rug-4x2-red-sand.png"/>
 </tile>
 <tile id="65">
  <image width="128" height="64" source="rugs/rug-4x2-red-green.png"/>
 </tile>
 <tile id="66">
  <image width="128" height="64" source="rugs/rug-4x2-blue-sand.png"/>
 </tile>
 <tile id="67">
  <image width="128" height="64" source="rugs/rug-4x2-blue-plum.png"/>
 </tile>
 <tile id="68">
  <image width="128" height="64" source="rugs/rug-4x2-mustard-sand.png"/>
 </tile>
 <tile id="69">
  <image width="128" height="64" source="rugs/rug-4x2-mustard-orange.png"/>
 </tile>
 <tile id="70">
  <image width="128" height="64" source="rugs/rug-4x2-green-sand.png"/>
 </tile>
 <tile id="71">
  <image width="128" height="64" source="rugs/rug-4x2-green-teal.png"/>
 </tile>
 <tile id="72">
  <image width="128" height="64" source="rugs/rug-4x2-plum-sand.png"/>
 </tile>
 <tile id="73">
  <image width="128" height="64" source="rugs/rug-4x2-plum-cream.png"/>
 </tile>
 <tile id="74">
  <image width="128" height="64" source="rugs/rug-4x2-orange-sand.png"/>
 </tile>
 <tile id="75">
  <image width="128" height="64" source="rugs/rug-4x2-orange-red.png"/>
 </tile>
 <tile id="76">
  <image width="128" height="64" source="rugs/rug-4x2-teal-sand.png"/>
 </tile>
 <tile id="77">
  <image width="128" height="64" source="rugs/rug-4x2-teal-blue.png"/>
 </tile>
 <tile id="78">
  <image width="128" height="64" source="rugs/rug-4x2-cream-sand.png"/>
 </tile>
 <tile id="79">
  <image width="128" height="64" source="rugs/rug-4x2-cream-mustard.png"/>
 </tile>
 <tile id="80">
  <image width="160" height="64" source="rugs/rug-5x2-red-sand.png"/>
 </tile>
 <tile id="81">
  <image width="160" height="64" source="rugs/rug-5x2-red-green.png"/>
 </tile>
 <tile id="82">
  <image width="160" height="64" source="rugs/rug-5x2-blue-sand.png"/>
 </tile>
 <tile id="83">
  <image width="160" height="64" source="rugs/rug-5x2-blue-plum.png"/>
 </tile>
 <tile id="84">
  <image width="160" height="64" source="rugs/rug-5x2-mustard-sand.png"/>
 </tile>
 <tile id="85">
  <image width="160" height="64" source="rugs/rug-5x2-mustard-orange.png"/>
 </tile>
 <tile id="86">
  <image width="160" height="64" source="rugs/rug-5x2-green-sand.png"/>
 </tile>
 <tile id="87">
  <image width="160" height="64" source="rugs/rug-5x2-green-teal.png"/>
 </tile>
 <tile id="88">
  <image width="160" height="64" source="rugs/rug-5x2-plum-sand.png"/>
 </tile>
 <tile id="89">
  <image width="160" height="64" source="rugs/rug-5x2-plum-cream.png"/>
 </tile>
 <tile id="90">
  <image width="160" height="64" source="rugs/rug-5x2-orange-sand.png"/>
 </tile>
 <tile id="91">
  <image width="160" height="64" source="rugs/rug-5x2-orange-red.png"/>
 </tile>
 <tile id="92">
  <image width="160" height="64" source="rugs/rug-5x2-teal-sand.png"/>
 </tile>
 <tile id="93">
  <image width="160" height="64" source="rugs/rug-5x2-teal-blue.png"/>
 </tile>
 <tile id="94">
  <image width="160" height="64" source="rugs/rug-5x2-cream-sand.png"/>
 </tile>
 <tile id="95">
  <image width="160" height="64" source="rugs/rug-5x2-cream-mustard.png"/>
 </tile>
 <tile id="96">
  <image width="96" height="96" source="rugs/rug-3x3-red-sand.png"/>
 </tile>
 <tile id="97">
  <image width="96" height="96" source="rugs/rug-3x3-red-green.png"/>
 </tile>
 <tile id="98">
  <image width="96" height="96" source="rugs/rug-3x3-blue-sand.png"/>
 </tile>
 <tile id="99">
  <image width="96" height="96" source="rugs/rug-3x3-blue-plum.png"/>
 </tile>
 <tile id="100">
  <image width="96" height="96" source="rugs/rug-3x3-mustard-sand.png"/>
 </tile>
 <tile id="101">
  <image width="96" height="96" source="rugs/rug-3x3-mustard-orange.png"/>
 </tile>
 <tile id="102">
  <image width="96" height="96" source="rugs/rug-3x3-green-sand.png"/>
 </tile>
 <tile id="103">
  <image width="96" height="96" source="rugs/rug-3x3-green-teal.png"/>
 </tile>
 <tile id="104">
  <image width="96" height="96" source="rugs/rug-3x3-plum-sand.png"/>
 </tile>
 <tile id="105">
  <image width="96" height="96" source="rugs/rug-3x3-plum-cream.png"/>
 </tile>
 <tile id="106">
  <image width="96" height="96" source="rugs/rug-3x3-orange-sand.png"/>
 </tile>
 <tile id="107">
  <image width="96" height="96" source="rugs/rug-3x3-orange-red.png"/>
 </tile>
 <tile id="108">
  <image width="96" height="96" source="rugs/rug-3x3-teal-sand.png"/>
 </tile>
 <tile id="109">
  <image width="96" height="96" source="rugs/rug-3x3-teal-blue.png"/>
 </tile>
 <tile id="110">
  <image width="96" height="96" source="rugs/rug-3x3-cream-sand.png"/>
 </tile>
 <tile id="111">
  <image width="96" height="96" source="rugs/rug-3x3-cream-mustard.png"/>
 </tile>
 <tile id="112">
  <image width="128" height="96" source="rugs/rug-4x3-red-sand.png"/>
 </tile>
 <tile id="113">
  <image width="128" height="96" source="rugs/rug-4x3-red-green.png"/>
 </tile>
 <tile id="114">
  <image width="128" height="96" source="rugs/rug-4x3-blue-sand.png"/>
 </tile>
 <tile id="115">
  <image width="128" height="96" source="rugs/rug-4x3-blue-plum.png"/>
 </tile>
 <tile id="116">
  <image width="128" height="96" source="rugs/rug-4x3-mustard-sand.png"/>
 </tile>
 <tile id="117">
  <image width="128" height="96" source="rugs/rug-4x3-mustard-orange.png"/>
 </tile>
 <tile id="118">
  <image width="128" height="96" source="rugs/rug-4x3-green-sand.png"/>
 </tile>
 <tile id="119">
  <image width="128" height="96" source="rugs/rug-4x3-green-teal.png"/>
 </tile>
 <tile id="120">
  <image width="128" height="96" source="rugs/rug-4x3-plum-sand.png"/>
 </tile>
 <tile id="121">
  <image width="128" height="96" source="rugs/rug-4x3-plum-cream.png"/>
 </tile>
 <tile id="122">
  <image width="128" height="96" source="rugs/rug-4x3-orange-sand.png"/>
 </tile>
 <tile id="123">
  <image width="128" height="96" source="rugs/rug-4x3-orange-red.png"/>
 </tile>
 <tile id="124">
  <image width="128" height="96" source="rugs/rug-4x3-teal-sand.png"/>
 </tile>
 <tile id="125">
  <image width="128" height="96" source="rugs/rug-4x3-teal-blue.png"/>
 </tile>
 <tile id="126">
  <image width="128" height="96" source="rugs/rug-4x3-cream-sand.png"/>
 </tile>
 <tile id="127">
  <image width="128" height="96" source="rugs/rug-4x3-cream-mustard.png"/>
 </tile>
 <tile id="128">
  <image width="128" height="128" source="rugs/rug-4x4-red-sand.png"/>
 </tile>
 <tile id="129">
  <image width="128" height="128" source="rugs/rug-4x4-red-green.png"/>
 </tile>
 <tile id="130">
  <image width="128" height="128" source="rugs/rug-4x4-blue-sand.png"/>
 </tile>
 <tile id="131">
  <image width="128" height="128" source="rugs/rug-4x4-blue-plum.png"/>
 </tile>
 <tile id="132">
  <image width="128" height="128" source="rugs/rug-4x4-mustard-sand.png"/>
 </tile>
 <tile id="133">
  <image width="128" height="128" source="rugs/rug-4x4-mustard-orange.png"/>
 </tile>
 <tile id="134">
  <image width="128" height="128" source="rugs/rug-4x4-green-sand.png"/>
 </tile>
 <tile id="135">
  <image width="128" height="128" source="rugs/rug-4x4-green-teal.png"/>
 </tile>
 <tile id="136">
  <image width="128" height="128" source="rugs/rug-4x4-plum-sand.png"/>
 </tile>
 <tile id="137">
  <image width="128" height="128" source="rugs/rug-4x4-plum-cream.png"/>
 </tile>
 <tile id="138">
  <image width="128" height="128" source="rugs/rug-4x4-orange-sand.png"/>
 </tile>
 <tile id="139">
  <image width="128" height="128" source="rugs/rug-4x4-orange-red.png"/>
 </tile>
 <tile id="140">
  <image width="128" height="128" source="rugs/rug-4x4-teal-sand.png"/>
 </tile>
 <tile id="141">
  <image width="128" height="128" source="rugs/rug-4x4-teal-blue.png"/>
 </tile>
 <tile id="142">
  <image width="128" height="128" source="rugs/rug-4x4-cream-sand.png"/>
 </tile>
 <tile id="143">
  <image width="128" height="128" source="rugs/rug-4x4-cream-mustard.png"/>
 </tile>
 <tile id="144">
  <image width="160" height="128" source="rugs/rug-5x4-red-sand.png"/>
 </tile>
 <tile id="145">
  <image width="160" height="128" source="rugs/rug-5x4-red-green.png"/>
 </tile>
 <tile id="146">
  <image width="160" height="128" source="rugs/rug-5x4-blue-sand.png"/>
 </tile>
 <tile id="147">
  <image width="160" height="128" source="rugs/rug-5x4-blue-plum.png"/>
 </tile>
 <tile id="148">
  <image width="160" height="128" source="rugs/rug-5x4-mustard-sand.png"/>
 </tile>
 <tile id="149">
  <image width="160" height="128" source="rugs/rug-5x4-mustard-orange.png"/>
 </tile>
 <tile id="150">
  <image width="160" height="128" source="rugs/rug-5x4-green-sand.png"/>
 </tile>
 <tile id="151">
  <image width="160" height="128" source="rugs/rug-5x4-green-teal.png"/>
 </tile>
 <tile id="152">
  <image width="160" height="128" source="rugs/rug-5x4-plum-sand.png"/>
 </tile>
 <tile id="153">
  <image width="160" height="128" source="rugs/rug-5x4-plum-cream.png"/>
 </tile>
 <tile id="154">
  <image width="160" height="128" source="rugs/rug-5x4-orange-sand.png"/>
 </tile>
 <tile id="155">
  <image width="160" height="128" source="rugs/rug-5x4-orange-red.png"/>
 </tile>
 <tile id="156">
  <image width="160" height="128" source="rugs/rug-5x4-teal-sand.png"/>
 </tile>
 <tile id="157">
  <image width="160" height="128" source="rugs/rug-5x4-teal-blue.png"/>
 </tile>
 <tile id="158">
  <image width="160" height="128" source="rugs/rug-5x4-cream-sand.png"/>
 </tile>
 <tile id="159">
  <image width="160" height="128" source="rugs/rug-5x4-cream-mustard.png"/>
 </tile>
 <tile id="160">
  <image width="64" height="64" source="rugs/round-rug-2-red.png"/>
 </tile>
 <tile id="161">
  <image width="64" height="64" source="rugs/round-rug-2-blue.png"/>
 </tile>
 <tile id="162">
  <image width="64" height="64" source="rugs/round-rug-2-mustard.png"/>
 </tile>
 <tile id="163">
  <image width="64" height="64" source="rugs/round-rug-2-green.png"/>
 </tile>
 <tile id="164">
  <image width="64" height="64" source="rugs/round-rug-2-plum.png"/>
 </tile>
 <tile id="165">
  <image width="64" height="64" source="rugs/round-rug-2-orange.png"/>
 </tile>
 <tile id="166">
  <image width="64" height="64" source="rugs/round-rug-2-teal.png"/>
 </tile>
 <tile id="167">
  <image width="64" height="64" source="rugs/round-rug-2-cream.png"/>
 </tile>
 <tile id="168">
  <image width="96" height="96" source="rugs/round-rug-3-red.png"/>
 </tile>
 <tile id="169">
  <image width="96" height="96" source="rugs/round-rug-3-blue.png"/>
 </tile>
 <tile id="170">
  <image width="96" height="96" source="rugs/round-rug-3-mustard.png"/>
 </tile>
 <tile id="171">
  <image width="96" height="96" source="rugs/round-rug-3-green.png"/>
 </tile>
 <tile id="172">
  <image width="96" height="96" source="rugs/round-rug-3-plum.png"/>
 </tile>
 <tile id="173">
  <image width="96" height="96" source="rugs/round-rug-3-orange.png"/>
 </tile>
 <tile id="174">
  <image width="96" height="96" source="rugs/round-rug-3-teal.png"/>
 </tile>
 <tile id="175">
  <image width="96" height="96" source="rugs/round-rug-3-cream.png"/>
 </tile>
 <tile id="176">
  <image width="192" height="64" source="rugs/runner-rust.png"/>
 </tile>
 <tile id="177">
  <image width="192" height="64" source="rugs/runner-blue.png"/>
 </tile>
 <tile id="178">
  <image width="192" height="64" source="rugs/runner-plum.png"/>
 </tile>
 <tile id="179">
  <image width="192" height="64" source="rugs/runner-green.png"/>
 </tile>
 <tile id="180">
  <properties>
   <property name="winter" type="int" value="199"/>
  </properties>
  <image width="64" height="64" source="rugs/picnic-red.png"/>
 </tile>
 <tile id="181">
  <properties>
   <property name="winter" type="int" value="199"/>
  </properties>
  <image width="64" height="64" source="rugs/picnic-green.png"/>
 </tile>
 <tile id="182">
  <properties>
   <property name="winter" type="int" value="199"/>
  </properties>
  <image width="64" height="64" source="rugs/picnic-mustard.png"/>
 </tile>
 <tile id="183">
  <properties>
   <property name="winter" type="int" value="199"/>
  </properties>
  <image width="64" height="64" source="rugs/picnic-blue.png"/>
 </tile>
 <tile id="184">
  <properties>
   <property name="winter" type="int" value="199"/>
  </properties>
  <image width="64" height="64" source="rugs/picnic-teal.png"/>
 </tile>
 <tile id="185">
  <image width="64" height="32" source="rugs/doormat-green.png"/>
 </tile>
 <tile id="186">
  <image width="64" height="32" source="rugs/doormat-blue.png"/>
 </tile>
 <tile id="187">
  <image width="64" height="32" source="rugs/doormat-violet.png"/>
 </tile>
 <tile id="188">
  <image width="64" height="32" source="rugs/doormat-brick.png"/>
 </tile>
 <tile id="189">
  <image width="64" height="32" source="rugs/doormat-slate.png"/>
 </tile>
 <tile id="190">
  <image width="64" height="32" source="rugs/doormat-gold.png"/>
 </tile>
 <tile id="191">
  <image width="64" height="32" source="rugs/doormat-orange.png"/>
 </tile>
 <tile id="192">
  <image width="64" height="32" source="rugs/doormat-leaf.png"/>
 </tile>
 <tile id="193">
  <image width="64" height="32" source="rugs/doormat-mustard.png"/>
 </tile>
 <tile id="194">
  <image width="64" height="32" source="rugs/doormat-plum.png"/>
 </tile>
 <tile id="195">
  <image width="64" height="32" source="rugs/doormat-teal.png"/>
 </tile>
 <tile id="196">
  <image width="64" height="32" source="rugs/doormat-wine.png"/>
 </tile>
 <tile id="197">
  <image width="64" height="32" source="rugs/doormat-rose.png"/>
 </tile>
 <tile id="198">
  <image width="64" height="32" source="rugs/doormat-olive.png"/>
 </tile>
 <tile id="199">
  <image width="64" height="64" source="rugs/picnic-winter.png"/>
 </tile>
</tileset>
