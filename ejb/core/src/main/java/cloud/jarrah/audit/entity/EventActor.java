package cloud.jarrah.audit.entity;

/** Who did it, and through what. */
public record EventActor(
    String requestId,
    String accountId,
    String userName,
    String credential,
    String sourceAddress,
    String protocol) {}
