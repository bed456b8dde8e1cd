package cloud.jarrah.images.entity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An image: what it is called, who may use it, and what its bytes are. */
@Entity
@Table(name = "image")
public class Image {
  @Id private String id;

  @Column(name = "account_id", nullable = false)
  private String accountId;

  @Column(nullable = false)
  private String name;

  private @Nullable String description;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private ImageKind kind;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private ImageState state;

  @Column(nullable = false)
  private String architecture;

  @Column(name = "kernel_id")
  private @Nullable String kernelId;

  @Column(name = "ramdisk_id")
  private @Nullable String ramdiskId;

  @Column(name = "root_device_name", nullable = false)
  private String rootDeviceName;

  @Column(name = "public_launch", nullable = false)
  private boolean publicLaunch;

  @Embedded private ImageContent content;

  @Column(nullable = false)
  private String location;

  @ElementCollection
  @CollectionTable(name = "image_launch_permission", joinColumns = @JoinColumn(name = "image_id"))
  @Column(name = "account_id", nullable = false)
  private Set<String> launchAccounts = new HashSet<>();

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @Version private int version;

  protected Image() {}

  /** An image whose bytes are in the store already. */
  public Image(String id, String accountId, ImageDescription described, Instant createdAt) {
    this.id = id;
    this.accountId = accountId;
    this.name = described.name();
    this.description = described.description();
    this.kind = described.kind();
    this.state = ImageState.AVAILABLE;
    this.architecture = described.architecture();
    this.kernelId = described.kernelId();
    this.ramdiskId = described.ramdiskId();
    this.rootDeviceName = described.rootDeviceName();
    this.publicLaunch = described.publicLaunch();
    this.content = described.content();
    this.location = described.location();
    this.createdAt = createdAt;
  }

  /** The owner and those who may launch it may see it, too. */
  public boolean visibleTo(String account) {
    return accountId.equals(account) || publicLaunch || launchAccounts.contains(account);
  }

  public String id() {
    return id;
  }

  public String accountId() {
    return accountId;
  }

  public String name() {
    return name;
  }

  public Optional<String> description() {
    return Optional.ofNullable(description);
  }

  public ImageKind kind() {
    return kind;
  }

  public ImageState state() {
    return state;
  }

  public boolean available() {
    return state == ImageState.AVAILABLE;
  }

  public String architecture() {
    return architecture;
  }

  public @Nullable String kernelId() {
    return kernelId;
  }

  public @Nullable String ramdiskId() {
    return ramdiskId;
  }

  public String rootDeviceName() {
    return rootDeviceName;
  }

  public boolean publicLaunch() {
    return publicLaunch;
  }

  public Set<String> launchAccounts() {
    return Set.copyOf(launchAccounts);
  }

  public ImageContent content() {
    return content;
  }

  public String location() {
    return location;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
