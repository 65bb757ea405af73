//! Where tensors live: the CPU (burn's `flex`), or with the feature `gpu` a graphics device through
//! wgpu and WGSL.
//!
//! Everything else is generic over burn's [`Backend`]; only these names say which. Never use a
//! default device of burn's wgpu backend beside a shared one: it silently opens a second device.

use burn::backend::{Autodiff, Flex};
pub use burn::tensor::backend::{AutodiffBackend, Backend};

/// The CPU, without gradients. Bit for bit the same on one machine and build.
pub type Cpu = Flex;

/// The CPU, with gradients: what learners train on without a graphics device.
pub type CpuGrad = Autodiff<Cpu>;

/// The type of a backend's devices.
pub type BurnDevice<B> = <B as burn::tensor::backend::BackendTypes>::Device;

/// The device of [`Cpu`] and [`CpuGrad`].
pub fn cpu() -> BurnDevice<Cpu> {
    BurnDevice::<Cpu>::default()
}

#[cfg(feature = "gpu")]
pub use gpu::*;

#[cfg(feature = "gpu")]
mod gpu {
    use crate::error::{Error, Result};
    use burn::backend::Autodiff;
    pub use burn::backend::wgpu::{RuntimeOptions, WgpuDevice, WgpuSetup};

    /// The name that burn has for a GPU.
    pub type GpuDevice = WgpuDevice;

    /// A graphics device, without gradients. Statistically, not bit for bit, reproducible.
    pub type Gpu = burn::backend::WebGpu;

    /// A graphics device, with gradients.
    pub type GpuGrad = Autodiff<Gpu>;

    /// A graphics device that was opened for training, and what it is.
    pub struct Opened {
        /// By the name that burn has for it.
        pub device: WgpuDevice,
        /// What it calls itself, with its driver.
        pub name: String,
    }

    /// Opens a device of training's own: the fastest there is, or with `software` the CPU's Vulkan
    /// (Mesa's lavapipe), as tests use it.
    ///
    /// # Errors
    /// When there is none, or it cannot be opened: what the driver said.
    pub fn open(software: bool) -> Result<Opened> {
        let failed = |what: String| {
            Error::config(
                "device",
                what,
                "a graphics device with Vulkan, Metal or DirectX 12",
            )
        };
        let wanted = wgpu::RequestAdapterOptions {
            power_preference: wgpu::PowerPreference::HighPerformance,
            force_fallback_adapter: software,
            compatible_surface: None,
        };
        let instance = wgpu::Instance::new(wgpu::InstanceDescriptor {
            backends: wgpu::Backends::PRIMARY,
            ..wgpu::InstanceDescriptor::new_without_display_handle()
        });
        futures_lite::future::block_on(async {
            let adapter = instance
                .request_adapter(&wanted)
                .await
                .map_err(|e| failed(e.to_string()))?;
            let info = adapter.get_info();
            // burn's kernels take the adapter at its word: the device gets all that is not
            // experimental.
            let kept =
                wgpu::Features::MAPPABLE_PRIMARY_BUFFERS | wgpu::Features::all_experimental_mask();
            let asked = wgpu::DeviceDescriptor {
                label: Some("training"),
                required_features: adapter.features().difference(kept),
                required_limits: adapter.limits(),
                memory_hints: wgpu::MemoryHints::MemoryUsage,
                ..wgpu::DeviceDescriptor::default()
            };
            let (device, queue) = adapter
                .request_device(&asked)
                .await
                .map_err(|e| failed(e.to_string()))?;
            let kind = if info.device_type == wgpu::DeviceType::Cpu {
                "software on the CPU, "
            } else {
                ""
            };
            let name = format!(
                "{} ({kind}{:?}; {} {})",
                info.name, info.backend, info.driver, info.driver_info
            );
            let setup = WgpuSetup {
                instance,
                adapter,
                device,
                queue,
                backend: info.backend,
            };
            Ok(Opened {
                device: shared(setup),
                name: name.trim().to_owned(),
            })
        })
    }

    /// Trains on a device that somebody else opened, as a renderer's: its handles are cloned into
    /// `setup`. Call once for a device, and keep what comes back: burn counts every call as a new
    /// device. The device must have been opened with the features and limits of its adapter.
    pub fn shared(setup: WgpuSetup) -> WgpuDevice {
        burn::backend::wgpu::init_device(setup, RuntimeOptions::default())
    }
}
