package cloud.jarrah.images.control;

import cloud.jarrah.images.entity.Image;
import cloud.jarrah.images.entity.ImageRepository;
import cloud.jarrah.tags.control.Taggable;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.TreeSet;

/** Images have tags; of somebody else's, every account has its own. */
@Singleton
public class TaggableImages implements Taggable {
  private final ImageRepository repository;

  @Inject
  public TaggableImages(ImageRepository repository) {
    this.repository = repository;
  }

  @Override
  public Set<String> prefixes() {
    return Set.of("ami", "aki", "ari", "emi", "eki", "eri");
  }

  @Override
  public String resourceType() {
    return "image";
  }

  @Override
  public Class<?> rows() {
    return Image.class;
  }

  @Override
  public Set<String> require(String accountId, Set<String> ids) {
    Set<String> found = new TreeSet<>();
    for (String id : ids) {
      found.add(ImageIds.normal(id));
    }
    Set<String> missing = new TreeSet<>(found);
    repository.share(accountId, found).stream().map(Image::id).forEach(missing::remove);
    if (!missing.isEmpty()) {
      throw ImageErrors.notFound(missing.iterator().next());
    }
    return found;
  }
}
