//! A small campus with a map in the form that Tiled writes: a court with a counter, a wall with a
//! door in it, and a room behind.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Tiles of surfaces: grass, a wall, what opens, and paving.
pub const TILES: &str = r#"<tileset version="1.8" name="tiles" tilewidth="32" tileheight="32" tilecount="4" columns="4">
 <image source="tiles.png" width="128" height="32"/>
 <tile id="1">
  <properties>
   <property name="blocks" type="bool" value="true"/>
   <property name="hides" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="2">
  <properties>
   <property name="opens" type="bool" value="true"/>
  </properties>
 </tile>
 <tile id="3">
  <properties>
   <property name="paved" type="bool" value="true"/>
  </properties>
 </tile>
</tileset>
"#;

/// Pieces: a chair, a door, a bed and a table; the tile between the first two was taken out.
pub const PIECES: &str = r#"<tileset version="1.8" name="pieces" tilewidth="64" tileheight="32" tilecount="4" columns="0">
 <tile id="0">
  <image width="32" height="32" source="chair.png"/>
  <objectgroup draworder="index">
   <object id="1" type="spot" x="16" y="16">
    <properties>
     <property name="facing" value="left"/>
     <property name="kind" value="seat"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="2" type="door">
  <image width="32" height="32" source="door.png"/>
  <objectgroup draworder="index">
   <object id="1" type="passage" x="0" y="0" width="32" height="32"/>
  </objectgroup>
 </tile>
 <tile id="3">
  <image width="64" height="32" source="bed.png"/>
  <objectgroup draworder="index">
   <object id="1" type="solid" x="0" y="0" width="64" height="32"/>
   <object id="2" type="spot" x="16" y="16">
    <properties>
     <property name="facing" value="right"/>
     <property name="kind" value="bed"/>
    </properties>
    <point/>
   </object>
  </objectgroup>
 </tile>
 <tile id="4">
  <image width="32" height="32" source="table.png"/>
  <objectgroup draworder="index">
   <object id="1" type="solid" x="4" y="8" width="24" height="24"/>
  </objectgroup>
 </tile>
</tileset>
"#;

/// A template: the bed.
const BED: &str = r#"<template>
 <tileset firstgid="1" source="pieces.tsx"/>
 <object name="Bed" gid="4" width="64" height="32"/>
</template>
"#;

/// The map: 8 × 8 tiles, of which the two lowest rows belong to no place.
pub const MAP: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<map version="1.8" orientation="orthogonal" renderorder="right-down" width="8" height="8" tilewidth="32" tileheight="32" infinite="0">
 <tileset firstgid="1" source="tiles.tsx"/>
 <tileset firstgid="5" source="pieces.tsx"/>
 <layer id="1" name="ground" width="8" height="8">
  <data encoding="csv">
1,1,1,1,1,1,1,1,
1,1,1,1,1,1,1,1,
1,1,1,1,1,1,1,1,
1,1,1,1,1,1,1,1,
1,1,1,1,1,1,1,1,
1,1,1,1,1,1,1,1,
1,1,1,1,1,1,1,1,
1,1,1,1,1,1,1,1
</data>
 </layer>
 <layer id="2" name="walls" width="8" height="8">
  <data encoding="csv">
0,0,0,0,2,0,0,0,
0,0,0,0,2,0,0,0,
0,0,0,0,2,0,0,0,
0,0,0,0,2,0,0,0,
0,0,0,0,2,0,0,0,
0,0,0,0,2,0,0,0,
0,0,0,0,2,2,2,2,
0,0,0,0,0,0,0,0
</data>
 </layer>
 <objectgroup id="3" name="things">
  <object id="1" name="Door" gid="7" x="128" y="96" width="32" height="32"/>
  <object id="2" name="Chair" gid="5" x="0" y="32" width="32" height="32"/>
  <object id="3" template="bed.tx" x="160" y="32"/>
  <object id="4" name="Serve" type="spot" x="48" y="48">
   <properties>
    <property name="kind" value="serve"/>
    <property name="facing" value="up"/>
   </properties>
   <point/>
  </object>
  <object id="5" name="Staff" type="spot" x="48" y="16">
   <properties>
    <property name="kind" value="staff"/>
   </properties>
   <point/>
  </object>
  <object id="6" name="Line" type="queue" x="48" y="48">
   <polyline points="0,0 0,96"/>
  </object>
 </objectgroup>
 <objectgroup id="4" name="rooms">
  <object id="7" name="Court" type="place" x="0" y="0" width="128" height="192">
   <properties>
    <property name="kind" value="plaza"/>
    <property name="prices" value="coffee 2.80"/>
   </properties>
  </object>
  <object id="8" name="Room A" type="place" x="160" y="0" width="96" height="192">
   <properties>
    <property name="kind" value="bedroom"/>
    <property name="open" value="Mon-Fri 07:00-22:00"/>
   </properties>
  </object>
  <object id="9" name="House" type="building" x="128" y="0" width="128" height="224"/>
 </objectgroup>
</map>
"#;

/// Writes the map with all that it names into a folder; gives the map's path.
pub fn write(folder: &Path) -> PathBuf {
    // How a picture begins is enough: nothing more of it is looked at.
    for name in ["tiles", "chair", "door", "bed", "table"] {
        fs::write(folder.join(format!("{name}.png")), b"\x89PNG\r\n\x1a\n").unwrap();
    }
    for (name, text) in [
        ("tiles.tsx", TILES),
        ("pieces.tsx", PIECES),
        ("bed.tx", BED),
        ("small.tmx", MAP),
    ] {
        fs::write(folder.join(name), text).unwrap();
    }
    folder.join("small.tmx")
}
