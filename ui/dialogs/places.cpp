#include "ui/dialogs/places.h"

#include "ui/format/words.h"

#include <QCoreApplication>

namespace latchkey::ui {

QString placeName(const Place &place, std::optional<Environment> environment) {
    return place.own && environment ? word(*environment) : fullPlaceName(place, environment);
}

QString fullPlaceName(const Place &place, std::optional<Environment> environment) {
    return environment ? QCoreApplication::translate("dialogs", "%1 · %2", "connection, environment")
                             .arg(place.name, word(*environment))
                       : place.name;
}

} // namespace latchkey::ui
