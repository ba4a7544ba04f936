#pragma once

#include "core/services/key_service.h"
#include "ui/shell/name_sheet.h"

namespace latchkey::ui {

/// F2: another name for a key.
class RenameSheet : public NameSheet {
    Q_OBJECT
public:
    RenameSheet(KeyService &service, const ApiKey &key, QWidget *parent);
};

} // namespace latchkey::ui
