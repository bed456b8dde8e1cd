package cloud.jarrah.launchtemplates.control;

import cloud.jarrah.api.InstantAdapter;
import cloud.jarrah.api.ec2.LaunchTemplateData;
import cloud.jarrah.api.ec2.LaunchTemplateVersionItem;
import cloud.jarrah.launchtemplates.entity.LaunchTemplate;
import cloud.jarrah.platform.filters.FilterTable;
import cloud.jarrah.tags.control.TagFilters;
import java.util.Objects;

/** The filters of launch templates and of their versions. */
public final class TemplateFilters {
  private static final InstantAdapter TIMES = new InstantAdapter();

  public static final TagFilters<LaunchTemplate> TEMPLATES =
      new TagFilters<>(
          new FilterTable<LaunchTemplate>()
              .on("create-time", template -> TIMES.marshal(template.createdAt()))
              .on("launch-template-name", LaunchTemplate::name),
          LaunchTemplate::id);

  public static final FilterTable<LaunchTemplateVersionItem> VERSIONS =
      new FilterTable<LaunchTemplateVersionItem>()
          .on("create-time", item -> TIMES.marshal(item.createTime))
          .on("is-default-version", item -> item.defaultVersion)
          .on("ebs-optimized", item -> data(item).ebsOptimized)
          .on("image-id", item -> data(item).imageId)
          .on("instance-type", item -> data(item).instanceType)
          .on("kernel-id", item -> data(item).kernelId)
          .on("ram-disk-id", item -> data(item).ramDiskId);

  private TemplateFilters() {}

  private static LaunchTemplateData data(LaunchTemplateVersionItem item) {
    return Objects.requireNonNull(item.launchTemplateData);
  }
}
