package cloud.jarrah.hosts.entity;

/** How a host is switched off. */
public enum FenceMethod {
  /** By the management controller of the machine. */
  IPMI
}
