#pragma once

#include "core/merged/merged_member.h"
#include "core/model/futures.h"

namespace latchkey::merged {

/// Asks the vault of each part; `take` gets each answer with the vault's place, `finish` is called when the
/// last has come, at once if there are none. A vault that leaves meanwhile lives until it has answered.
template<typename Answered, typename Parts, typename Ask, typename Take, typename Finish>
void each(QObject *context, const Parts &parts, Ask ask, Take take, Finish finish) {
    if (parts.empty())
        return finish();
    auto left = std::make_shared<std::size_t>(parts.size());
    for (const auto &part : parts) {
        const auto vault = part.one->member.vault;
        const unsigned place = part.one->member.place;
        ask(*vault, part) | then(context, [left, vault, place, take, finish](const Answered &answer) {
            take(place, answer);
            if (--*left == 0)
                finish();
        });
    }
}

} // namespace latchkey::merged
