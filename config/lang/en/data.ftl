# Taking out and deleting the record.
