<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="sports" tilewidth="384" tileheight="320" tilecount="20" columns="0" objectalignment="bottomleft">
 <grid orientation="orthogonal" width="1" height="1"/>
 <tile id="0">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="48" source="sports/treadmill.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="16" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="32">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="play"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="1">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="40" source="sports/exercise-bike.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="24">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="play"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="2">
  <image width="96" height="68" source="sports/table-tennis.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="96" height="64"/>
   <object id="2" type="spot" x="-16" y="20">
    <properties>
     <property name="facing" propertytype="Facing" value="right"/>
     <property name="kind" propertytype="SpotKind" value="play"/>
    </properties>
    <point/>
   </object>
   <object id="3" type="spot" x="112" y="52">
    <properties>
     <property name="facing" propertytype="Facing" value="left"/>
     <property name="kind" propertytype="SpotKind" value="play"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="3">
  <image width="64" height="36" source="sports/mats.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="4" width="64" height="32"/>
  </objectgroup>
 </tile>
 <tile id="4">
  <image width="352" height="192" source="sports/gym-court.png"/>
 </tile>
 <tile id="5">
  <image width="384" height="320" source="sports/sports-court.png"/>
 </tile>
 <tile id="6">
  <image width="32" height="72" source="sports/hoop.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="40" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="7">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="46" source="sports/weight-bench-red.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="14" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="30">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="play"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="8">
  <properties>
   <property name="depth" type="int" value="-8"/>
  </properties>
  <image width="32" height="46" source="sports/weight-bench-blue.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="14" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="30">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="play"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="9">
  <image width="32" height="40" source="sports/dumbbells-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="32" height="32"/>
   <object id="2" type="spot" x="16" y="56">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="play"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="10">
  <image width="64" height="40" source="sports/dumbbells-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="64" height="32"/>
   <object id="2" type="spot" x="16" y="56">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="play"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="11">
  <image width="96" height="40" source="sports/dumbbells-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="solid" x="0" y="8" width="96" height="32"/>
   <object id="2" type="spot" x="48" y="56">
    <properties>
     <property name="facing" propertytype="Facing" value="up"/>
     <property name="kind" propertytype="SpotKind" value="play"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="12">
  <image width="32" height="32" source="sports/yoga-mat-1.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="play"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="13">
  <image width="32" height="32" source="sports/yoga-mat-2.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="play"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="14">
  <image width="32" height="32" source="sports/yoga-mat-3.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="play"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="15">
  <image width="32" height="32" source="sports/yoga-mat-4.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="play"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="16">
  <image width="32" height="32" source="sports/yoga-mat-5.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="play"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="17">
  <image width="32" height="32" source="sports/yoga-mat-6.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="play"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="18">
  <image width="32" height="32" source="sports/yoga-mat-7.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="play"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="19">
  <image width="32" height="32" source="sports/yoga-mat-8.png"/>
  <objectgroup draworder="index" id="2">
   <object id="1" type="spot" x="16" y="16">
    <properties>
     <property name="facing" propertytype="Facing" value="down"/>
     <property name="kind" propertytype="SpotKind" value="play"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
</tileset>
