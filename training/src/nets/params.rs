//! The parameters of any burn module by name, for checkpoints, target networks, checksums and the
//! optimiser.
//!
//! Names are the fields on the way to a parameter, joined by dots (`actor.layers.0.weight`), in the
//! order in which burn visits them: that of the struct's fields. They stay the same as long as the
//! fields do.

use crate::backend::{AutodiffBackend, Backend, BurnDevice};
use crate::error::{Error, Result};
use burn::module::{Module, ModuleMapper, ModuleVisitor, Param};
use burn::tensor::{Tensor, TensorData};
use serde::{Deserialize, Serialize};

/// A parameter of a module, on the host.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Named {
    /// Its path in the module, the parts joined by dots.
    pub name: String,
    /// Its shape; a linear layer's weight is `[inputs, outputs]`.
    pub shape: Vec<usize>,
    /// Its values, row-major.
    pub values: Vec<f32>,
}

/// The parameters of a module on the host, in its order.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Weights(pub Vec<Named>);

impl Weights {
    /// Reads the parameters of a module.
    pub fn of<B: Backend, M: Module<B>>(module: &M) -> Self {
        let mut reader = Reader {
            path: Vec::new(),
            found: Vec::new(),
        };
        module.visit(&mut reader);
        Weights(reader.found)
    }

    /// Puts these values in a module of the same shape.
    ///
    /// # Errors
    /// Where a parameter of the module is missing here, has another shape or is not finite, or
    /// where there are more than it has.
    pub fn into_module<B: Backend, M: Module<B>>(
        &self,
        module: M,
        device: &BurnDevice<B>,
    ) -> Result<M> {
        let mut writer = Writer::<B> {
            path: Vec::new(),
            weights: self,
            device,
            used: 0,
            problem: None,
        };
        let module = module.map(&mut writer);
        match (writer.problem, writer.used) {
            (Some(problem), _) => Err(problem),
            (None, used) if used != self.0.len() => Err(Error::shape(
                "weights",
                format!("{} tensors", self.0.len()),
                format!("{used} tensors"),
            )),
            _ => Ok(module),
        }
    }

    /// The parameter of that name; none where there is none.
    pub fn get(&self, name: &str) -> Option<&Named> {
        self.0.iter().find(|named| named.name == name)
    }

    /// Those whose names begin with `prefix.`, without it: the weights of a part.
    pub fn part(&self, prefix: &str) -> Weights {
        let strip = |named: &Named| {
            let name = named
                .name
                .strip_prefix(prefix)?
                .strip_prefix('.')?
                .to_owned();
            Some(Named {
                name,
                ..named.clone()
            })
        };
        Weights(self.0.iter().filter_map(strip).collect())
    }

    /// All under `prefix.`: the weights of a whole that this is a part of.
    pub fn under(self, prefix: &str) -> Weights {
        Weights(
            self.0
                .into_iter()
                .map(|n| Named {
                    name: format!("{prefix}.{}", n.name),
                    ..n
                })
                .collect(),
        )
    }

    /// How many numbers there are.
    pub fn count(&self) -> usize {
        self.0.iter().map(|named| named.values.len()).sum()
    }

    /// A checksum over names, shapes and every bit of every value (FNV-1a, 64 bits).
    pub fn checksum(&self) -> u64 {
        let mut sum = Checksum::default();
        for named in &self.0 {
            sum.bytes(named.name.as_bytes());
            named
                .shape
                .iter()
                .for_each(|side| sum.bytes(&(*side as u64).to_le_bytes()));
            sum.floats(&named.values);
        }
        sum.0
    }

    /// The name of the first parameter with a value that is not finite.
    pub fn not_finite(&self) -> Option<&str> {
        self.0
            .iter()
            .find(|named| named.values.iter().any(|x| !x.is_finite()))
            .map(|named| named.name.as_str())
    }
}

/// FNV-1a, for checksums that are the same everywhere.
#[derive(Clone, Copy, Debug)]
pub struct Checksum(pub u64);

impl Default for Checksum {
    fn default() -> Self {
        Checksum(0xCBF2_9CE4_8422_2325)
    }
}

impl Checksum {
    /// Takes bytes into the sum.
    pub fn bytes(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3);
        }
    }

    /// Takes in every bit of some numbers.
    pub fn floats(&mut self, values: &[f32]) {
        values
            .iter()
            .for_each(|x| self.bytes(&x.to_bits().to_le_bytes()));
    }
}

/// A parameter from values on the host. It exists at once: see the module's docs.
pub fn param<B: Backend, const D: usize>(
    values: Vec<f32>,
    shape: [usize; D],
    device: &BurnDevice<B>,
) -> Param<Tensor<B, D>> {
    Param::from_tensor(Tensor::from_data(TensorData::new(values, shape), device))
}

/// A tensor from values on the host.
pub fn tensor<B: Backend, const D: usize>(
    values: Vec<f32>,
    shape: [usize; D],
    device: &BurnDevice<B>,
) -> Tensor<B, D> {
    Tensor::from_data(TensorData::new(values, shape), device)
}

/// The values of a tensor on the host.
pub fn values<B: Backend, const D: usize>(tensor: &Tensor<B, D>) -> Vec<f32> {
    tensor.to_data().iter::<f32>().collect()
}

/// Moves `target` towards `online`: `target ← (1 − τ)·target + τ·online`, on the device. `τ = 1`
/// copies.
///
/// The two must be of one architecture; a parameter that `online` lacks stays as it is.
pub fn polyak<B: Backend, M: Module<B>>(target: M, online: &M, tau: f64) -> M {
    let mut from = Flats::<B> { found: Vec::new() };
    online.visit(&mut from);
    target.map(&mut Mix {
        from: from.found.into_iter(),
        tau,
    })
}

/// The gradients of all trained parameters in one flat tensor, in the module's order, with zeros
/// where one has none.
pub(crate) fn flat_gradients<B: AutodiffBackend, M: Module<B>>(
    module: &M,
    gradients: &B::Gradients,
) -> Option<Tensor<B::InnerBackend, 1>> {
    let mut visitor = Gradients::<B> {
        gradients,
        found: Vec::new(),
    };
    module.visit(&mut visitor);
    join(visitor.found)
}

/// All trained parameters in one flat tensor, in the module's order.
pub(crate) fn flat_params<B: AutodiffBackend, M: Module<B>>(
    module: &M,
) -> Option<Tensor<B::InnerBackend, 1>> {
    let mut visitor = Trained::<B> { found: Vec::new() };
    module.visit(&mut visitor);
    join(visitor.found)
}

/// Puts a flat tensor of [`flat_params`] back.
pub(crate) fn from_flat<B: AutodiffBackend, M: Module<B>>(
    module: M,
    flat: Tensor<B::InnerBackend, 1>,
) -> M {
    module.map(&mut Unflatten::<B> { flat, at: 0 })
}

/// The sum of the squares of all trained parameters, for a penalty on it.
pub fn squares<B: Backend, M: Module<B>>(module: &M, device: &BurnDevice<B>) -> Tensor<B, 1> {
    let mut visitor = Squares::<B> {
        sum: Tensor::zeros([1], device),
    };
    module.visit(&mut visitor);
    visitor.sum
}

/// How many numbers of a module are trained.
pub fn trained_count<B: AutodiffBackend, M: Module<B>>(module: &M) -> usize {
    flat_params(module).map_or(0, |flat| flat.dims()[0])
}

fn join<B: Backend>(mut parts: Vec<Tensor<B, 1>>) -> Option<Tensor<B, 1>> {
    if parts.len() <= 1 {
        parts.pop()
    } else {
        Some(Tensor::cat(parts, 0))
    }
}

struct Reader {
    path: Vec<String>,
    found: Vec<Named>,
}

impl<B: Backend> ModuleVisitor<B> for Reader {
    fn enter_module(&mut self, name: &str, _: &str) {
        self.path.push(name.to_owned());
    }

    fn exit_module(&mut self, _: &str, _: &str) {
        self.path.pop();
    }

    fn visit_float<const D: usize>(&mut self, param: &Param<Tensor<B, D>>) {
        let data = param.val().into_data();
        self.found.push(Named {
            name: self.path.join("."),
            shape: data.shape.to_vec(),
            values: data.iter::<f32>().collect(),
        });
    }
}

struct Writer<'a, B: Backend> {
    path: Vec<String>,
    weights: &'a Weights,
    device: &'a BurnDevice<B>,
    used: usize,
    problem: Option<Error>,
}

impl<B: Backend> ModuleMapper<B> for Writer<'_, B> {
    fn enter_module(&mut self, name: &str, _: &str) {
        self.path.push(name.to_owned());
    }

    fn exit_module(&mut self, _: &str, _: &str) {
        self.path.pop();
    }

    fn map_float<const D: usize>(&mut self, param: Param<Tensor<B, D>>) -> Param<Tensor<B, D>> {
        let name = self.path.join(".");
        let (id, old, mapper) = param.consume();
        let shape = old.dims();
        let found = match self.weights.get(&name) {
            None => Err(Error::shape(&name, "no such tensor", format!("{shape:?}"))),
            Some(named)
                if named.shape != shape
                    || named.values.len() != shape.iter().product::<usize>() =>
            {
                Err(Error::shape(
                    &name,
                    format!("{:?}", named.shape),
                    format!("{shape:?}"),
                ))
            }
            Some(named) => match named.values.iter().find(|x| !x.is_finite()) {
                Some(x) => Err(Error::shape(&name, x, "finite numbers")),
                None => Ok(named),
            },
        };
        let new = match found {
            Ok(named) => {
                self.used += 1;
                tensor::<B, D>(named.values.clone(), shape, self.device)
                    .set_require_grad(old.is_require_grad())
            }
            Err(problem) => {
                self.problem.get_or_insert(problem);
                old
            }
        };
        Param::from_mapped_value(id, new, mapper)
    }
}

struct Flats<B: Backend> {
    found: Vec<Tensor<B, 1>>,
}

impl<B: Backend> ModuleVisitor<B> for Flats<B> {
    fn visit_float<const D: usize>(&mut self, param: &Param<Tensor<B, D>>) {
        self.found.push(param.val().detach().flatten(0, D - 1));
    }
}

struct Squares<B: Backend> {
    sum: Tensor<B, 1>,
}

impl<B: Backend> ModuleVisitor<B> for Squares<B> {
    fn visit_float<const D: usize>(&mut self, param: &Param<Tensor<B, D>>) {
        let tensor = param.val();
        if tensor.is_require_grad() {
            self.sum = self.sum.clone() + (tensor.clone() * tensor).sum();
        }
    }
}

struct Mix<B: Backend> {
    from: std::vec::IntoIter<Tensor<B, 1>>,
    tau: f64,
}

impl<B: Backend> ModuleMapper<B> for Mix<B> {
    fn map_float<const D: usize>(&mut self, param: Param<Tensor<B, D>>) -> Param<Tensor<B, D>> {
        let (id, old, mapper) = param.consume();
        let trained = old.is_require_grad();
        let new = match self.from.next() {
            Some(online) if online.dims()[0] == old.shape().num_elements() => {
                let online = online.reshape(old.dims());
                if self.tau >= 1.0 {
                    online
                } else {
                    old.detach() * (1.0 - self.tau) + online * self.tau
                }
            }
            _ => old.detach(),
        };
        Param::from_mapped_value(id, new.set_require_grad(trained), mapper)
    }
}

struct Gradients<'a, B: AutodiffBackend> {
    gradients: &'a B::Gradients,
    found: Vec<Tensor<B::InnerBackend, 1>>,
}

impl<B: AutodiffBackend> ModuleVisitor<B> for Gradients<'_, B> {
    fn visit_float<const D: usize>(&mut self, param: &Param<Tensor<B, D>>) {
        let tensor = param.val();
        if tensor.is_require_grad() {
            self.found.push(match tensor.grad(self.gradients) {
                Some(gradient) => gradient.flatten(0, D - 1),
                None => Tensor::zeros([tensor.shape().num_elements()], &tensor.device()),
            });
        }
    }
}

struct Trained<B: AutodiffBackend> {
    found: Vec<Tensor<B::InnerBackend, 1>>,
}

impl<B: AutodiffBackend> ModuleVisitor<B> for Trained<B> {
    fn visit_float<const D: usize>(&mut self, param: &Param<Tensor<B, D>>) {
        let tensor = param.val();
        if tensor.is_require_grad() {
            self.found.push(tensor.inner().flatten(0, D - 1));
        }
    }
}

struct Unflatten<B: AutodiffBackend> {
    flat: Tensor<B::InnerBackend, 1>,
    at: usize,
}

impl<B: AutodiffBackend> ModuleMapper<B> for Unflatten<B> {
    fn map_float<const D: usize>(&mut self, param: Param<Tensor<B, D>>) -> Param<Tensor<B, D>> {
        let (id, old, mapper) = param.consume();
        if !old.is_require_grad() {
            return Param::from_mapped_value(id, old, mapper);
        }
        let count = old.shape().num_elements();
        let new = self
            .flat
            .clone()
            .narrow(0, self.at, count)
            .reshape(old.dims());
        self.at += count;
        Param::from_mapped_value(id, Tensor::from_inner(new).require_grad(), mapper)
    }
}
