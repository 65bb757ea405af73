<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="water" tilewidth="32" tileheight="32" tilecount="208" columns="16" objectalignment="bottomleft">
 <properties>
  <property name="winter" type="file" value="water-winter.png"/>
 </properties>
 <image source="water.png" width="512" height="416"/>
 <tile id="0">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="0" duration="380"/>
   <frame tileid="1" duration="380"/>
   <frame tileid="2" duration="380"/>
   <frame tileid="3" duration="380"/>
  </animation>
 </tile>
 <tile id="1">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="2">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="3">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="4">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="4" duration="380"/>
   <frame tileid="5" duration="380"/>
   <frame tileid="6" duration="380"/>
   <frame tileid="7" duration="380"/>
  </animation>
 </tile>
 <tile id="5">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="6">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="7">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="8">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="8" duration="380"/>
   <frame tileid="9" duration="380"/>
   <frame tileid="10" duration="380"/>
   <frame tileid="11" duration="380"/>
  </animation>
 </tile>
 <tile id="9">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="10">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="11">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="12">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="12" duration="380"/>
   <frame tileid="13" duration="380"/>
   <frame tileid="14" duration="380"/>
   <frame tileid="15" duration="380"/>
  </animation>
 </tile>
 <tile id="13">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="14">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="15">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="16">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="16" duration="380"/>
   <frame tileid="17" duration="380"/>
   <frame tileid="18" duration="380"/>
   <frame tileid="19" duration="380"/>
  </animation>
 </tile>
 <tile id="17">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="18">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="19">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="20">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="20" duration="380"/>
   <frame tileid="21" duration="380"/>
   <frame tileid="22" duration="380"/>
   <frame tileid="23" duration="380"/>
  </animation>
 </tile>
 <tile id="21">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="22">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="23">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="24">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="24" duration="380"/>
   <frame tileid="25" duration="380"/>
   <frame tileid="26" duration="380"/>
   <frame tileid="27" duration="380"/>
  </animation>
 </tile>
 <tile id="25">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="26">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="27">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="28">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="28" duration="380"/>
   <frame tileid="29" duration="380"/>
   <frame tileid="30" duration="380"/>
   <frame tileid="31" duration="380"/>
  </animation>
 </tile>
 <tile id="29">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="30">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="31">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="32">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="32" duration="380"/>
   <frame tileid="33" duration="380"/>
   <frame tileid="34" duration="380"/>
   <frame tileid="35" duration="380"/>
  </animation>
 </tile>
 <tile id="33">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="34">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="35">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="36">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="36" duration="380"/>
   <frame tileid="37" duration="380"/>
   <frame tileid="38" duration="380"/>
   <frame tileid="39" duration="380"/>
  </animation>
 </tile>
 <tile id="37">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="38">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="39">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="40">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="40" duration="380"/>
   <frame tileid="41" duration="380"/>
   <frame tileid="42" duration="380"/>
   <frame tileid="43" duration="380"/>
  </animation>
 </tile>
 <tile id="41">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="42">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="43">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="44">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="44" duration="380"/>
   <frame tileid="45" duration="380"/>
   <frame tileid="46" duration="380"/>
   <frame tileid="47" duration="380"/>
  </animation>
 </tile>
 <tile id="45">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="46">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="47">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="48">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="48" duration="380"/>
   <frame tileid="49" duration="380"/>
   <frame tileid="50" duration="380"/>
   <frame tileid="51" duration="380"/>
  </animation>
 </tile>
 <tile id="49">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="50">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="51">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="52">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="52" duration="380"/>
   <frame tileid="53" duration="380"/>
   <frame tileid="54" duration="380"/>
   <frame tileid="55" duration="380"/>
  </animation>
 </tile>
 <tile id="53">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="54">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="55">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="56">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="56" duration="380"/>
   <frame tileid="57" duration="380"/>
   <frame tileid="58" duration="380"/>
   <frame tileid="59" duration="380"/>
  </animation>
 </tile>
 <tile id="57">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="58">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="59">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="60">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="60" duration="380"/>
   <frame tileid="61" duration="380"/>
   <frame tileid="62" duration="380"/>
   <frame tileid="63" duration="380"/>
  </animation>
 </tile>
 <tile id="61">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="62">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="63">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="64">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="64" duration="380"/>
   <frame tileid="65" duration="380"/>
   <frame tileid="66" duration="380"/>
   <frame tileid="67" duration="380"/>
  </animation>
 </tile>
 <tile id="65">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="66">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="67">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="68">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="68" duration="380"/>
   <frame tileid="69" duration="380"/>
   <frame tileid="70" duration="380"/>
   <frame tileid="71" duration="380"/>
  </animation>
 </tile>
 <tile id="69">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="70">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="71">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="72">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="72" duration="380"/>
   <frame tileid="73" duration="380"/>
   <frame tileid="74" duration="380"/>
   <frame tileid="75" duration="380"/>
  </animation>
 </tile>
 <tile id="73">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="74">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="75">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="76">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="76" duration="380"/>
   <frame tileid="77" duration="380"/>
   <frame tileid="78" duration="380"/>
   <frame tileid="79" duration="380"/>
  </animation>
 </tile>
 <tile id="77">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="78">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="79">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="80">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="80" duration="380"/>
   <frame tileid="81" duration="380"/>
   <frame tileid="82" duration="380"/>
   <frame tileid="83" duration="380"/>
  </animation>
 </tile>
 <tile id="81">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="82">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="83">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="84">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="84" duration="380"/>
   <frame tileid="85" duration="380"/>
   <frame tileid="86" duration="380"/>
   <frame tileid="87" duration="380"/>
  </animation>
 </tile>
 <tile id="85">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="86">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="87">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="88">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="88" duration="380"/>
   <frame tileid="89" duration="380"/>
   <frame tileid="90" duration="380"/>
   <frame tileid="91" duration="380"/>
  </animation>
 </tile>
 <tile id="89">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="90">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="91">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="92">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="92" duration="380"/>
   <frame tileid="93" duration="380"/>
   <frame tileid="94" duration="380"/>
   <frame tileid="95" duration="380"/>
  </animation>
 </tile>
 <tile id="93">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="94">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="95">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="96">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="96" duration="380"/>
   <frame tileid="97" duration="380"/>
   <frame tileid="98" duration="380"/>
   <frame tileid="99" duration="380"/>
  </animation>
 </tile>
 <tile id="97">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="98">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="99">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="100">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="100" duration="380"/>
   <frame tileid="101" duration="380"/>
   <frame tileid="102" duration="380"/>
   <frame tileid="103" duration="380"/>
  </animation>
 </tile>
 <tile id="101">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="102">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="103">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="104">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="104" duration="380"/>
   <frame tileid="105" duration="380"/>
   <frame tileid="106" duration="380"/>
   <frame tileid="107" duration="380"/>
  </animation>
 </tile>
 <tile id="105">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="106">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="107">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="108">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="108" duration="380"/>
   <frame tileid="109" duration="380"/>
   <frame tileid="110" duration="380"/>
   <frame tileid="111" duration="380"/>
  </animation>
 </tile>
 <tile id="109">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="110">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="111">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="112">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="112" duration="380"/>
   <frame tileid="113" duration="380"/>
   <frame tileid="114" duration="380"/>
   <frame tileid="115" duration="380"/>
  </animation>
 </tile>
 <tile id="113">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="114">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="115">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="116">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="116" duration="380"/>
   <frame tileid="117" duration="380"/>
   <frame tileid="118" duration="380"/>
   <frame tileid="119" duration="380"/>
  </animation>
 </tile>
 <tile id="117">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="118">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="119">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="120">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="120" duration="380"/>
   <frame tileid="121" duration="380"/>
   <frame tileid="122" duration="380"/>
   <frame tileid="123" duration="380"/>
  </animation>
 </tile>
 <tile id="121">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="122">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="123">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="124">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="124" duration="380"/>
   <frame tileid="125" duration="380"/>
   <frame tileid="126" duration="380"/>
   <frame tileid="127" duration="380"/>
  </animation>
 </tile>
 <tile id="125">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="126">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="127">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="128">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="128" duration="380"/>
   <frame tileid="129" duration="380"/>
   <frame tileid="130" duration="380"/>
   <frame tileid="131" duration="380"/>
  </animation>
 </tile>
 <tile id="129">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="130">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="131">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="132">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="132" duration="380"/>
   <frame tileid="133" duration="380"/>
   <frame tileid="134" duration="380"/>
   <frame tileid="135" duration="380"/>
  </animation>
 </tile>
 <tile id="133">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="134">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="135">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="136">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="136" duration="380"/>
   <frame tileid="137" duration="380"/>
   <frame tileid="138" duration="380"/>
   <frame tileid="139" duration="380"/>
  </animation>
 </tile>
 <tile id="137">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="138">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="139">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="140">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="140" duration="380"/>
   <frame tileid="141" duration="380"/>
   <frame tileid="142" duration="380"/>
   <frame tileid="143" duration="380"/>
  </animation>
 </tile>
 <tile id="141">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="142">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="143">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="144">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="144" duration="380"/>
   <frame tileid="145" duration="380"/>
   <frame tileid="146" duration="380"/>
   <frame tileid="147" duration="380"/>
  </animation>
 </tile>
 <tile id="145">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="146">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="147">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="148">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="148" duration="380"/>
   <frame tileid="149" duration="380"/>
   <frame tileid="150" duration="380"/>
   <frame tileid="151" duration="380"/>
  </animation>
 </tile>
 <tile id="149">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="150">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="151">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="152">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="152" duration="380"/>
   <frame tileid="153" duration="380"/>
   <frame tileid="154" duration="380"/>
   <frame tileid="155" duration="380"/>
  </animation>
 </tile>
 <tile id="153">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="154">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="155">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="156">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="156" duration="380"/>
   <frame tileid="157" duration="380"/>
   <frame tileid="158" duration="380"/>
   <frame tileid="159" duration="380"/>
  </animation>
 </tile>
 <tile id="157">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="158">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="159">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="160">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="160" duration="380"/>
   <frame tileid="161" duration="380"/>
   <frame tileid="162" duration="380"/>
   <frame tileid="163" duration="380"/>
  </animation>
 </tile>
 <tile id="161">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="162">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="163">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="164">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="164" duration="380"/>
   <frame tileid="165" duration="380"/>
   <frame tileid="166" duration="380"/>
   <frame tileid="167" duration="380"/>
  </animation>
 </tile>
 <tile id="165">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="166">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="167">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="168">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="168" duration="380"/>
   <frame tileid="169" duration="380"/>
   <frame tileid="170" duration="380"/>
   <frame tileid="171" duration="380"/>
  </animation>
 </tile>
 <tile id="169">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="170">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="171">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="172">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="172" duration="380"/>
   <frame tileid="173" duration="380"/>
   <frame tileid="174" duration="380"/>
   <frame tileid="175" duration="380"/>
  </animation>
 </tile>
 <tile id="173">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="174">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="175">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="176">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="176" duration="380"/>
   <frame tileid="177" duration="380"/>
   <frame tileid="178" duration="380"/>
   <frame tileid="179" duration="380"/>
  </animation>
 </tile>
 <tile id="177">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="178">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="179">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="180">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="180" duration="380"/>
   <frame tileid="181" duration="380"/>
   <frame tileid="182" duration="380"/>
   <frame tileid="183" duration="380"/>
  </animation>
 </tile>
 <tile id="181">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="182">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="183">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="184">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="184" duration="380"/>
   <frame tileid="185" duration="380"/>
   <frame tileid="186" duration="380"/>
   <frame tileid="187" duration="380"/>
  </animation>
 </tile>
 <tile id="185">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="186">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="187">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="188">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="188" duration="380"/>
   <frame tileid="189" duration="380"/>
   <frame tileid="190" duration="380"/>
   <frame tileid="191" duration="380"/>
  </animation>
 </tile>
 <tile id="189">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="190">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="191">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="192">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="192" duration="380"/>
   <frame tileid="193" duration="380"/>
   <frame tileid="194" duration="380"/>
   <frame tileid="195" duration="380"/>
  </animation>
 </tile>
 <tile id="193">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="194">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="195">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="196">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="196" duration="380"/>
   <frame tileid="197" duration="380"/>
   <frame tileid="198" duration="380"/>
   <frame tileid="199" duration="380"/>
  </animation>
 </tile>
 <tile id="197">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="198">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="199">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="200">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="200" duration="380"/>
   <frame tileid="201" duration="380"/>
   <frame tileid="202" duration="380"/>
   <frame tileid="203" duration="380"/>
  </animation>
 </tile>
 <tile id="201">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="202">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="203">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="204">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
  <animation>
   <frame tileid="204" duration="380"/>
   <frame tileid="205" duration="380"/>
   <frame tileid="206" duration="380"/>
   <frame tileid="207" duration="380"/>
  </animation>
 </tile>
 <tile id="205">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="206">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="207">
  <properties>
   <property name="blocks" type="bool" value="true"/>
  </properties>
 </tile>
 <wangsets>
  <wangset name="water" type="mixed" tile="184">
   <wangcolor name="water" color="#5a9fb6" tile="184" probability="1"/>
   <wangtile tileid="0" wangid="0,0,0,0,0,0,0,0"/>
   <wangtile tileid="4" wangid="1,0,0,0,0,0,0,0"/>
   <wangtile tileid="8" wangid="0,0,1,0,0,0,0,0"/>
   <wangtile tileid="12" wangid="1,0,1,0,0,0,0,0"/>
   <wangtile tileid="16" wangid="1,1,1,0,0,0,0,0"/>
   <wangtile tileid="20" wangid="0,0,0,0,1,0,0,0"/>
   <wangtile tileid="24" wangid="1,0,0,0,1,0,0,0"/>
   <wangtile tileid="28" wangid="0,0,1,0,1,0,0,0"/>
   <wangtile tileid="32" wangid="1,0,1,0,1,0,0,0"/>
   <wangtile tileid="36" wangid="1,1,1,0,1,0,0,0"/>
   <wangtile tileid="40" wangid="0,0,1,1,1,0,0,0"/>
   <wangtile tileid="44" wangid="1,0,1,1,1,0,0,0"/>
   <wangtile tileid="48" wangid="1,1,1,1,1,0,0,0"/>
   <wangtile tileid="52" wangid="0,0,0,0,0,0,1,0"/>
   <wangtile tileid="56" wangid="1,0,0,0,0,0,1,0"/>
   <wangtile tileid="60" wangid="0,0,1,0,0,0,1,0"/>
   <wangtile tileid="64" wangid="1,0,1,0,0,0,1,0"/>
   <wangtile tileid="68" wangid="1,1,1,0,0,0,1,0"/>
   <wangtile tileid="72" wangid="0,0,0,0,1,0,1,0"/>
   <wangtile tileid="76" wangid="1,0,0,0,1,0,1,0"/>
   <wangtile tileid="80" wangid="0,0,1,0,1,0,1,0"/>
   <wangtile tileid="84" wangid="1,0,1,0,1,0,1,0"/>
   <wangtile tileid="88" wangid="1,1,1,0,1,0,1,0"/>
   <wangtile tileid="92" wangid="0,0,1,1,1,0,1,0"/>
   <wangtile tileid="96" wangid="1,0,1,1,1,0,1,0"/>
   <wangtile tileid="100" wangid="1,1,1,1,1,0,1,0"/>
   <wangtile tileid="104" wangid="0,0,0,0,1,1,1,0"/>
   <wangtile tileid="108" wangid="1,0,0,0,1,1,1,0"/>
   <wangtile tileid="112" wangid="0,0,1,0,1,1,1,0"/>
   <wangtile tileid="116" wangid="1,0,1,0,1,1,1,0"/>
   <wangtile tileid="120" wangid="1,1,1,0,1,1,1,0"/>
   <wangtile tileid="124" wangid="0,0,1,1,1,1,1,0"/>
   <wangtile tileid="128" wangid="1,0,1,1,1,1,1,0"/>
   <wangtile tileid="132" wangid="1,1,1,1,1,1,1,0"/>
   <wangtile tileid="136" wangid="1,0,0,0,0,0,1,1"/>
   <wangtile tileid="140" wangid="1,0,1,0,0,0,1,1"/>
   <wangtile tileid="144" wangid="1,1,1,0,0,0,1,1"/>
   <wangtile tileid="148" wangid="1,0,0,0,1,0,1,1"/>
   <wangtile tileid="152" wangid="1,0,1,0,1,0,1,1"/>
   <wangtile tileid="156" wangid="1,1,1,0,1,0,1,1"/>
   <wangtile tileid="160" wangid="1,0,1,1,1,0,1,1"/>
   <wangtile tileid="164" wangid="1,1,1,1,1,0,1,1"/>
   <wangtile tileid="168" wangid="1,0,0,0,1,1,1,1"/>
   <wangtile tileid="172" wangid="1,0,1,0,1,1,1,1"/>
   <wangtile tileid="176" wangid="1,1,1,0,1,1,1,1"/>
   <wangtile tileid="180" wangid="1,0,1,1,1,1,1,1"/>
   <wangtile tileid="184" wangid="1,1,1,1,1,1,1,1"/>
   <wangtile tileid="188" wangid="1,1,1,1,1,1,1,1"/>
   <wangtile tileid="192" wangid="1,1,1,1,1,1,1,1"/>
   <wangtile tileid="196" wangid="1,1,1,1,1,1,1,1"/>
   <wangtile tileid="200" wangid="1,1,1,1,1,1,1,1"/>
   <wangtile tileid="204" wangid="1,1,1,1,1,1,1,1"/>
  </wangset>
 </wangsets>
</tileset>
