//! A view as templates see it, laid out in three tables: no allocation for each text, no hash for each field.

use std::fmt;

use serde::ser::{self, Impossible, Serialize};

use super::Beyond;

/// A value; what it is made of lies in its [`Data`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Node {
    /// Nothing: an `Option` without a value.
    None,
    Bool(bool),
    Number(i64),
    /// Bytes of the text.
    Text(u32, u32),
    /// The first item, and how many there are.
    List(u32, u32),
    /// The first field, and how many there are.
    Map(u32, u32),
    /// Something that only Tera prints, such as a number with a fraction.
    Other,
}

/// The name of a field.
#[derive(Clone, Copy, Debug)]
enum Key {
    /// Of a struct.
    Static(&'static str),
    /// Of a map: bytes of the text.
    Text(u32, u32),
}

/// A serialized view.
#[derive(Debug)]
pub(super) struct Data {
    text: String,
    items: Vec<Node>,
    fields: Vec<(Key, Node)>,
    root: Node,
}

impl Data {
    /// What `view` says of itself.
    pub(super) fn new(view: &impl Serialize) -> Result<Self, Beyond> {
        let mut writer = Writer { text: String::new(), items: Vec::new(), fields: Vec::new(), open: Vec::new() };
        let root = view.serialize(&mut writer)?;
        Ok(Self { text: writer.text, items: writer.items, fields: writer.fields, root })
    }

    /// The view itself.
    pub(super) fn root(&self) -> Node {
        self.root
    }

    pub(super) fn text(&self, start: u32, length: u32) -> &str {
        &self.text[start as usize..(start + length) as usize]
    }

    pub(super) fn item(&self, start: u32, at: usize) -> Node {
        self.items[start as usize + at]
    }

    /// The value of the field of a map at a position.
    pub(super) fn field(&self, start: u32, at: usize) -> Node {
        self.fields[start as usize + at].1
    }

    /// Whether the field of a map at a position has a name.
    pub(super) fn is_named(&self, start: u32, at: usize, name: &str) -> bool {
        match self.fields[start as usize + at].0 {
            Key::Static(key) => key == name,
            Key::Text(start, length) => self.text(start, length) == name,
        }
    }
}

impl ser::Error for Beyond {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

struct Writer {
    text: String,
    items: Vec<Node>,
    fields: Vec<(Key, Node)>,
    /// What belongs to lists and maps that are not closed yet; items have no key.
    open: Vec<(Option<Key>, Node)>,
}

impl Writer {
    fn put(&mut self, text: &str) -> Result<(u32, u32), Beyond> {
        let start = position(self.text.len())?;
        self.text.push_str(text);
        Ok((start, position(text.len())?))
    }

    fn close_list(&mut self, from: usize) -> Result<Node, Beyond> {
        let start = position(self.items.len())?;
        self.items.extend(self.open.drain(from..).map(|(_, node)| node));
        Ok(Node::List(start, position(self.items.len())? - start))
    }

    fn close_map(&mut self, from: usize) -> Result<Node, Beyond> {
        let start = position(self.fields.len())?;
        self.fields.extend(self.open.drain(from..).filter_map(|(key, node)| Some((key?, node))));
        Ok(Node::Map(start, position(self.fields.len())? - start))
    }
}

fn position(at: usize) -> Result<u32, Beyond> {
    u32::try_from(at).map_err(|_| Beyond)
}

/// A list or map that is being filled; its members begin at a position of what is open.
struct Filling<'w> {
    writer: &'w mut Writer,
    from: usize,
    key: Option<Key>,
}

impl<'w> Filling<'w> {
    fn new(writer: &'w mut Writer) -> Self {
        let from = writer.open.len();
        Self { writer, from, key: None }
    }

    fn add<T: Serialize + ?Sized>(&mut self, key: Option<Key>, value: &T) -> Result<(), Beyond> {
        let node = value.serialize(&mut *self.writer)?;
        self.writer.open.push((key, node));
        Ok(())
    }
}

impl<'w> ser::Serializer for &'w mut Writer {
    type Ok = Node;
    type Error = Beyond;
    type SerializeSeq = Filling<'w>;
    type SerializeTuple = Impossible<Node, Beyond>;
    type SerializeTupleStruct = Impossible<Node, Beyond>;
    type SerializeTupleVariant = Impossible<Node, Beyond>;
    type SerializeMap = Filling<'w>;
    type SerializeStruct = Filling<'w>;
    type SerializeStructVariant = Impossible<Node, Beyond>;

    fn serialize_bool(self, value: bool) -> Result<Node, Beyond> {
        Ok(Node::Bool(value))
    }

    fn serialize_i8(self, value: i8) -> Result<Node, Beyond> {
        Ok(Node::Number(value.into()))
    }

    fn serialize_i16(self, value: i16) -> Result<Node, Beyond> {
        Ok(Node::Number(value.into()))
    }

    fn serialize_i32(self, value: i32) -> Result<Node, Beyond> {
        Ok(Node::Number(value.into()))
    }

    fn serialize_i64(self, value: i64) -> Result<Node, Beyond> {
        Ok(Node::Number(value))
    }

    fn serialize_u8(self, value: u8) -> Result<Node, Beyond> {
        Ok(Node::Number(value.into()))
    }

    fn serialize_u16(self, value: u16) -> Result<Node, Beyond> {
        Ok(Node::Number(value.into()))
    }

    fn serialize_u32(self, value: u32) -> Result<Node, Beyond> {
        Ok(Node::Number(value.into()))
    }

    fn serialize_u64(self, value: u64) -> Result<Node, Beyond> {
        Ok(i64::try_from(value).map_or(Node::Other, Node::Number))
    }

    fn serialize_f32(self, _: f32) -> Result<Node, Beyond> {
        Ok(Node::Other)
    }

    fn serialize_f64(self, _: f64) -> Result<Node, Beyond> {
        Ok(Node::Other)
    }

    fn serialize_char(self, value: char) -> Result<Node, Beyond> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<Node, Beyond> {
        let (start, length) = self.put(value)?;
        Ok(Node::Text(start, length))
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<Node, Beyond> {
        Ok(Node::Other)
    }

    fn serialize_none(self) -> Result<Node, Beyond> {
        Ok(Node::None)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Node, Beyond> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<Node, Beyond> {
        Ok(Node::None)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<Node, Beyond> {
        Ok(Node::Other)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<Node, Beyond> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<Node, Beyond> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<Node, Beyond> {
        Err(Beyond)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Filling<'w>, Beyond> {
        Ok(Filling::new(self))
    }

    // Templates name what they show, and what is only counted has no name: no view has a tuple.
    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Beyond> {
        Err(Beyond)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, Beyond> {
        Err(Beyond)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Beyond> {
        Err(Beyond)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Filling<'w>, Beyond> {
        Ok(Filling::new(self))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Filling<'w>, Beyond> {
        Ok(Filling::new(self))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Beyond> {
        Err(Beyond)
    }
}

impl ser::SerializeSeq for Filling<'_> {
    type Ok = Node;
    type Error = Beyond;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Beyond> {
        self.add(None, value)
    }

    fn end(self) -> Result<Node, Beyond> {
        self.writer.close_list(self.from)
    }
}

impl ser::SerializeStruct for Filling<'_> {
    type Ok = Node;
    type Error = Beyond;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Beyond> {
        self.add(Some(Key::Static(key)), value)
    }

    fn end(self) -> Result<Node, Beyond> {
        self.writer.close_map(self.from)
    }
}

impl ser::SerializeMap for Filling<'_> {
    type Ok = Node;
    type Error = Beyond;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Beyond> {
        // A key that is no text is none that a template could name.
        let Node::Text(start, length) = key.serialize(&mut *self.writer)? else { return Err(Beyond) };
        self.key = Some(Key::Text(start, length));
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Beyond> {
        let key = self.key.take();
        self.add(key, value)
    }

    fn end(self) -> Result<Node, Beyond> {
        self.writer.close_map(self.from)
    }
}
