package io.lendcrm.segmentation.migration;

import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.tier.SegmentId;
import io.lendcrm.segmentation.Assignment;
import io.lendcrm.segmentation.ClusterModel;
import io.lendcrm.segmentation.Segment;
import java.util.List;
import java.util.OptionalDouble;

/** A model whose segments stand in another order under each other's names. */
record Relabelled(ClusterModel model, List<Integer> order) implements ClusterModel {

    @Override
    public ModelInfo info() {
        return model.info();
    }

    @Override
    public List<Segment> segments() {
        return order.stream()
                .map(c -> {
                    Segment segment = model.segments().get(c);
                    return new Segment(name(segment.id()), segment.clients(), segment.share());
                })
                .toList();
    }

    private SegmentId name(SegmentId own) {
        List<SegmentId> ids = model.segments().stream().map(Segment::id).toList();
        return ids.get(order.indexOf(ids.indexOf(own)));
    }

    @Override
    public Assignment assign(FeatureRow client) {
        return model.assign(client) instanceof Assignment.Assigned a
                ? new Assignment.Assigned(
                        a.client(), name(a.segment()), a.distance(), a.margin(), a.outside(), a.reasons())
                : model.assign(client);
    }

    @Override
    public OptionalDouble objective() {
        return model.objective();
    }
}
