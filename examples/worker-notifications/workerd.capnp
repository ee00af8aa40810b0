# What wrangler.jsonc says, for workerd alone: nothing of Node, and secrets from the environment.
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [(name = "main", worker = .worker)],
  sockets = [(name = "http", http = (), service = "main")],
);

const worker :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "dist/worker.js")],
  compatibilityDate = "2026-11-01",
  # From 2026-08-04 on, a Worker that does not say so has nodejs_compat.
  compatibilityFlags = ["no_nodejs_compat", "no_nodejs_compat_v2"],
  durableObjectNamespaces = [(className = "Order", uniqueKey = "worker-notifications-order", enableSql = true)],
  durableObjectStorage = (inMemory = void),
  bindings = [
    (name = "ORDERS", durableObjectNamespace = "Order"),
    (name = "WECHAT_APPID", text = "wxcbda96de0b165487"),
    (name = "WECHAT_MCH_ID", text = "10000099"),
    (name = "WECHAT_KEY", fromEnvironment = "WECHAT_KEY"),
    (name = "MMSP_MD5_KEY", fromEnvironment = "MMSP_MD5_KEY"),
    (name = "ORDERS_TOKEN", fromEnvironment = "ORDERS_TOKEN"),
  ],
);
