package cloud.jarrah.networks.control;

import cloud.jarrah.networks.entity.AddressAuditRepository;
import cloud.jarrah.networks.entity.AddressAuditRepository.Attachment;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** For audits of features whose resources have network interfaces. */
@Singleton
public class AttachedInterfaces {
  private final AddressAuditRepository repository;

  @Inject
  public AttachedInterfaces(AddressAuditRepository repository) {
    this.repository = repository;
  }

  /**
   * A stretch of all interfaces, in order of id.
   *
   * @param attachedTo what they are attached to
   * @param last where the next stretch begins; null: there is none
   */
  public record Stretch(Set<String> attachedTo, @Nullable String last) {
    public Stretch {
      attachedTo = Set.copyOf(attachedTo);
    }
  }

  public Stretch after(String id, int most) {
    List<Attachment> found = repository.attachments(id, most);
    return new Stretch(
        found.stream().map(Attachment::attachedTo).collect(Collectors.toSet()),
        found.size() < most ? null : found.get(found.size() - 1).id());
  }

  /** Whether anything is attached to it. */
  public boolean any(String attachedTo) {
    return repository.anyAttachedTo(attachedTo);
  }
}
