package cloud.jarrah.images.boundary;

import cloud.jarrah.api.admin.ImportImageRequest;
import cloud.jarrah.api.admin.ImportImageResponse;
import cloud.jarrah.images.control.ImageImports;
import cloud.jarrah.images.control.ImageImports.Import;
import cloud.jarrah.images.control.LaunchImages;
import cloud.jarrah.images.entity.ImageKind;
import cloud.jarrah.node.InstanceSpec.DiskFormat;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Arns;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import cloud.jarrah.platform.actions.Service;
import cloud.jarrah.platform.actions.Wording;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes an image of a file in the server's import directory. */
@Singleton
@ApiAction(service = Service.ADMIN, effect = Effect.WRITE, administrator = true)
public class ImportImage implements Action<ImportImageRequest, ImportImageResponse> {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9()\\[\\] ./'@_-]{3,128}");
  private static final Pattern DESCRIPTION = Pattern.compile("[^\\p{Cntrl}]{0,255}");
  private static final Set<String> ARCHITECTURES = Set.of("i386", "x86_64", "arm64");

  private final ImageImports imports;
  private final LaunchImages images;
  private final Arns arns;

  @Inject
  public ImportImage(ImageImports imports, LaunchImages images, Arns arns) {
    this.imports = imports;
    this.images = images;
    this.arns = arns;
  }

  @Override
  public Prepared<ImportImageResponse> prepare(ImportImageRequest request, Caller caller) {
    Import wish = checked(request, caller.accountId());
    return Prepared.of(
        List.of(arns.of("", "image", wish.name())),
        () -> new ImportImageResponse(imports.take(caller.accountId(), wish).id()));
  }

  private Import checked(ImportImageRequest request, String accountId) {
    ImageKind kind = kind(required("kind", request.kind()));
    DiskFormat format = format(required("format", request.format()), kind);
    String architecture = request.architecture() == null ? "x86_64" : request.architecture();
    if (!ARCHITECTURES.contains(architecture)) {
      throw Wording.invalid("architecture", architecture, "It must be x86_64, i386 or arm64.");
    }
    String name = matching(NAME, "name", required("name", request.name()));
    String description = request.description();
    if (description != null) {
      matching(DESCRIPTION, "description", description);
    }
    if (kind != ImageKind.MACHINE && (request.kernelId() != null || request.ramdiskId() != null)) {
      throw Wording.invalid("kernelId", request.kernelId(), "Only machine images have a kernel.");
    }
    if (request.kernelId() == null && request.ramdiskId() != null) {
      throw Wording.missing("kernelId, since there is a ramdiskId");
    }
    return new Import(
        required("file", request.file()),
        name,
        kind,
        format,
        architecture,
        request.kernelId() == null ? null : images.resolveKernel(accountId, request.kernelId()),
        request.ramdiskId() == null ? null : images.resolveRamdisk(accountId, request.ramdiskId()),
        Boolean.TRUE.equals(request.isPublic()),
        description);
  }

  private static ImageKind kind(String text) {
    return switch (text) {
      case "machine" -> ImageKind.MACHINE;
      case "kernel" -> ImageKind.KERNEL;
      case "ramdisk" -> ImageKind.RAMDISK;
      default -> throw Wording.invalid("kind", text, "It must be machine, kernel or ramdisk.");
    };
  }

  private static DiskFormat format(String text, ImageKind kind) {
    if (text.equals("raw")) {
      return DiskFormat.RAW;
    }
    if (text.equals("qcow2") && kind == ImageKind.MACHINE) {
      return DiskFormat.QCOW2;
    }
    throw Wording.invalid("format", text, "It must be raw, or for a machine image raw or qcow2.");
  }

  /** JSON may lack a component although its type says that it is there. */
  private static String required(String name, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw Wording.missing(name);
    }
    return value;
  }

  private static String matching(Pattern pattern, String name, String value) {
    if (!pattern.matcher(value).matches()) {
      throw Wording.invalid(name, value, "It must match " + pattern.pattern() + " .");
    }
    return value;
  }
}
