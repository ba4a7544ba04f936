#include "ui/dialogs/places.h"

#include "ui/format/words.h"

#include <QCoreApplication>

namespace latchkey::ui {

QString placeName(const Place &place, std::optional<Environment> environment) {
    if (!environment)
        return place.name;
    return place.own ? word(*environment)
                     : QCoreApplication::translate("dialogs", "%1 · %2", "connection, environment")
                           .arg(place.name, word(*environment));
}

} // namespace latchkey::ui
