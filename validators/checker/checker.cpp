#include "validators/checker/checker.h"

#include "validators/checker/facts.h"
#include "validators/checker/rule.h"
