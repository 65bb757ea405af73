//! Where tensors live: the CPU (burn's `flex`), or with the feature `gpu` a graphics device through wgpu and WGSL.
//!
//! Everything else is generic over burn's [`Backend`]; only these names say which. Never use a default device of burn's wgpu backend beside a
//! shared one: it silently opens a second device.

use burn::backend::{Autodiff, Flex};
pub use burn::tensor::backend::{AutodiffBackend, Backend};

/// The CPU, without gradients. Bit for bit the same on one machine and build.
pub type Cpu = Flex;

/// The CPU, with gradients.
pub type CpuGrad = Autodiff<Cpu>;

/// The device of a backend.
pub type Device<B> = <B as burn::tensor::backend::BackendTypes>::Device;

/// The CPU as a device.
pub fn cpu() -> Device<Cpu> {
    Device::<Cpu>::default()
}

#[cfg(feature = "gpu")]
pub use gpu::*;

#[cfg(feature = "gpu")]
mod gpu {
    use burn::backend::Autodiff;
    pub use burn::backend::wgpu::{RuntimeOptions, WgpuDevice, WgpuSetup};

    /// Which GPU device.
    pub type GpuDevice = WgpuDevice;

    /// A graphics device, without gradients. Statistically, not bit for bit, reproducible.
    pub type Gpu = burn::backend::WebGpu;

    /// A graphics device, with gradients.
    pub type GpuGrad = Autodiff<Gpu>;

    /// A device of training's own: the fastest there is, or with `software` the CPU's Vulkan (Mesa's lavapipe), as tests use it.
    pub fn own(software: bool) -> WgpuDevice {
        if software { WgpuDevice::Cpu } else { WgpuDevice::DefaultDevice }
    }

    /// Trains on a device that somebody else opened, as a renderer's: its handles are cloned into `setup`. Call once for a device, and keep what
    /// comes back: burn counts every call as a new device. The device must have been opened with the features and limits of its adapter.
    pub fn shared(setup: WgpuSetup) -> WgpuDevice {
        burn::backend::wgpu::init_device(setup, RuntimeOptions::default())
    }
}
