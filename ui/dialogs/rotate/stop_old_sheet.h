#pragma once

#include "core/model/api_key.h"

#include <QDialog>

namespace latchkey::ui {

/// Asks before the old token of a rotation is stopped. When it was used in the last hour, extending is the
/// easier way out. Cancel has the focus.
class StopOldSheet : public QDialog {
    Q_OBJECT
public:
    StopOldSheet(const ApiKey &key, Instant now, QWidget *parent);

signals:
    void extendWanted();
};

/// The old token of this rotation was used within the last hour, or may have been.
bool oldIsBusy(const ApiKey &key, Instant now);

} // namespace latchkey::ui
