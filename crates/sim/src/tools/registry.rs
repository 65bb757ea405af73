//! What is made of the list of the tools in [`super`]: the calls as one type, and what every room
//! may ask of a tool without knowing which it is.

use super::{Possible, Reader, ToolCall, ToolSchema};

/// A tool, as those see it who do not know which it is.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The word by which it is called.
    pub name: &'static str,
    /// What minds and docs are told of it.
    pub schema: fn() -> ToolSchema,
    /// Whether it is offered to somebody in that situation.
    pub offered: fn(&Possible<'_>) -> bool,
    /// Reads a call of it, or says what was found and what was expected.
    pub read: fn(&Reader<'_>) -> Result<ToolCall, String>,
}

/// Declares the list: a word on what the tool does, its variant, and the type of its calls in its
/// module; where a call does something for somebody else, the type of its deeds as well.
macro_rules! registry {
    ($($(#[$doc:meta])* $tool:ident($module:ident::$call:ident) $(does $deed:ident)?;)+) => {
        $(pub use $module::{$call $(, $deed)?};)+

        /// A call of one of the tools, with its arguments.
        #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        pub enum ToolCall {
            $($(#[$doc])* $tool($call),)+
        }

        /// All tools, in the order in which they are shown.
        pub const TOOLS: &[Entry] = &[$(Entry {
            name: <$call as Tool>::NAME,
            schema: <$call as Tool>::schema,
            offered: <$call as Tool>::offered,
            read: |reader| Ok(ToolCall::$tool(<$call as Tool>::read(reader)?)),
        }),+];

        impl ToolCall {
            /// The tool's name.
            pub const fn name(&self) -> &'static str {
                match self { $(ToolCall::$tool(_) => <$call as Tool>::NAME),+ }
            }

            /// What minds and docs are told of the tool.
            pub fn schema(&self) -> ToolSchema {
                match self { $(ToolCall::$tool(_) => <$call as Tool>::schema()),+ }
            }

            /// The call as JSON with names in the place of numbers: `{"tool": "move", "to":
            /// "Refectory", …}`.
            pub fn to_json(&self, names: &Names<'_>) -> serde_json::Value {
                let mut call = match self { $(ToolCall::$tool(call) => call.write(names)),+ };
                call.insert("tool".to_owned(), self.name().into());
                serde_json::Value::Object(call)
            }

            /// The call in words: what somebody wants to do.
            pub fn told(&self, words: &collegium_core::i18n::Words, names: &Names<'_>) -> String {
                match self { $(ToolCall::$tool(call) => call.told(words, names)),+ }
            }

            /// What somebody goes on doing once it is carried out.
            pub fn lasts(&self) -> Lasts<'_> {
                match self { $(ToolCall::$tool(call) => call.lasts()),+ }
            }

            /// Checks the call against the world and carries it out, or says why not.
            fn carry_out(
                &self,
                stage: &mut Stage,
                agent: AgentId,
                speech: crate::campus::talks::Speech,
            ) -> tool::Tried {
                match self { $(ToolCall::$tool(call) => call.carry_out(stage, agent, speech)),+ }
            }
        }

        /// What a call has done for somebody else.
        #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Deed {
            $($(
                #[doc = concat!("By the tool `", stringify!($module), "`.")]
                $tool($deed),
            )?)+
        }

        impl Deed {
            /// The words of all deeds, by which they are counted.
            pub fn words() -> Vec<&'static str> {
                [$($(<$deed as Does>::words(),)?)+].concat()
            }

            /// What is known of deeds, whichever it is.
            pub fn does(&self) -> &dyn Does {
                match self { $($(Deed::$tool(deed) => { let deed: &$deed = deed; deed })?)+ }
            }
        }

        $($(impl From<$deed> for SimEvent {
            fn from(deed: $deed) -> Self {
                SimEvent::Deed { deed: Deed::$tool(deed) }
            }
        })?)+

        $(impl From<$call> for ToolCall {
            fn from(call: $call) -> Self {
                ToolCall::$tool(call)
            }
        })+
    };
}
pub(super) use registry;
