//! Stub.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity;
pub struct QuantityError {
    pub message: String,
    pub help: String,
}
impl Quantity {
    pub fn parse(_: &str) -> Result<Self, QuantityError> {
        Ok(Self)
    }
}
