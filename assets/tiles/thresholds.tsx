<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="thresholds" tilewidth="32" tileheight="32" tilecount="16" columns="8" objectalignment="bottomleft">
 <image source="thresholds.png" width="256" height="64"/>
 <tile id="0">
  <properties>
   <property name="paved" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="1">
  <properties>
   <property name="paved" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="2">
  <properties>
   <property name="paved" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="3">
  <properties>
   <property name="paved" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="4">
  <properties>
   <property name="paved" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="5">
  <properties>
   <property name="paved" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="6">
  <properties>
   <property name="paved" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="7">
  <properties>
   <property name="paved" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="8">
  <properties>
   <property name="paved" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="9">
  <properties>
   <property name="paved" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="10">
  <properties>
   <property name="paved" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="11">
  <properties>
   <property name="paved" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="12">
  <properties>
   <property name="paved" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="13">
  <properties>
   <property name="paved" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="14">
  <properties>
   <property name="paved" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="15">
  <properties>
   <property name="paved" type="bool" value="true"/>
  </properties>
 </tile>
 <wangsets>
  <wangset name="threshold inside" type="edge" tile="0">
   <wangcolor name="threshold inside" color="#a67c54" tile="0" probability="1"/>
   <wangtile tileid="0" wangid="0,0,0,0,1,0,0,0"/>
   <wangtile tileid="1" wangid="0,0,1,0,1,0,0,0"/>
   <wangtile tileid="2" wangid="0,0,0,0,1,0,1,0"/>
   <wangtile tileid="3" wangid="0,0,1,0,1,0,1,0"/>
   <wangtile tileid="4" wangid="1,0,0,0,0,0,0,0"/>
   <wangtile tileid="5" wangid="1,0,1,0,0,0,0,0"/>
   <wangtile tileid="6" wangid="1,0,0,0,0,0,1,0"/>
   <wangtile tileid="7" wangid="1,0,1,0,0,0,1,0"/>
  </wangset>
  <wangset name="threshold outside" type="edge" tile="8">
   <wangcolor name="threshold outside" color="#b9ae9c" tile="8" probability="1"/>
   <wangtile tileid="8" wangid="0,0,0,0,1,0,0,0"/>
   <wangtile tileid="9" wangid="0,0,1,0,1,0,0,0"/>
   <wangtile tileid="10" wangid="0,0,0,0,1,0,1,0"/>
   <wangtile tileid="11" wangid="0,0,1,0,1,0,1,0"/>
   <wangtile tileid="12" wangid="1,0,0,0,0,0,0,0"/>
   <wangtile tileid="13" wangid="1,0,1,0,0,0,0,0"/>
   <wangtile tileid="14" wangid="1,0,0,0,0,0,1,0"/>
   <wangtile tileid="15" wangid="1,0,1,0,0,0,1,0"/>
  </wangset>
 </wangsets>
</tileset>
