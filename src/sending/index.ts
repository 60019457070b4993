export { createNodeListener, type NodeListenerOptions } from "./createNodeListener.ts";
export { createSender, type Sender, type SenderOptions } from "./createSender.ts";
export type { ProxySetting } from "./proxy/proxyFor.ts";
